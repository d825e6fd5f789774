import { describe, expect, test } from 'vitest';
import { firstWindow, fitWindow, WindowState } from '../../../src/main/window-state.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };
const kept = { x: 1600, y: 100, width: 1200, height: 700, maximised: false, zoomLevel: 1 };

describe('a kept window', () => {
  test('comes back where it was', () => {
    expect(fitWindow(kept, [laptop, beside])).toEqual({
      bounds: { x: 1600, y: 100, width: 1200, height: 700 },
      maximised: false,
      zoomLevel: 1,
    });
  });

  test('loses its place when its display is gone, and keeps its size', () => {
    expect(fitWindow(kept, [laptop]).bounds).toEqual({ width: 1200, height: 700 });
  });

  test('shrinks to the display it is on', () => {
    const { bounds } = fitWindow({ ...kept, x: 10, y: 30, width: 4000, height: 3000 }, [laptop]);
    expect(bounds).toEqual({ x: 10, y: 30, width: 1440, height: 875 });
  });

  test('is never smaller than the smallest window, even on a display that is', () => {
    const tiny = { x: 0, y: 0, width: 320, height: 200 };
    expect(fitWindow({ ...kept, width: 10, height: 10 }, [tiny]).bounds).toEqual({ width: 640, height: 480 });
  });

  test.each([
    ['above the display, where its title bar cannot be grabbed', { x: 100, y: -300 }],
    ['with only a sliver at the right edge', { x: 1430, y: 100 }],
    ['with only a sliver at the bottom edge', { x: 100, y: 890 }],
    ['far outside', { x: -9000, y: 9000 }],
  ])('loses its place %s', (_where, place) => {
    expect(fitWindow({ ...kept, ...place }, [laptop]).bounds).toEqual({ width: 1200, height: 700 });
  });

  test('fits without any display', () => {
    expect(fitWindow(kept, []).bounds).toEqual({ width: 1200, height: 700 });
  });

  test('has no place at a first start', () => {
    expect(fitWindow(firstWindow, [laptop]).bounds).toEqual({ width: 1280, height: 800 });
  });
});

test.each([
  ['a width that is no number', { ...kept, width: '1200' }],
  ['a zoom out of range', { ...kept, zoomLevel: 40 }],
  ['a field nobody knows', { ...kept, colour: 'red' }],
])('a kept window with %s is refused', (_what, state) => {
  expect(WindowState.safeParse(state).success).toBe(false);
});
