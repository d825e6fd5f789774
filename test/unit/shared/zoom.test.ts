import { expect, test } from 'vitest';
import { LARGEST_ZOOM, SMALLEST_ZOOM, zoomedBy, zoomFactor } from '#shared/model/zoom.ts';

test('a step makes everything a fifth larger or smaller, and back is as large as it is', () => {
  expect(zoomFactor(zoomedBy(0, 1))).toBeCloseTo(1.2);
  expect(zoomedBy(zoomedBy(0, 1), -1)).toBe(0);
  expect(zoomedBy(3, 0)).toBe(0);
});

test('no step leads further than Chromium goes', () => {
  expect(zoomedBy(LARGEST_ZOOM, 1)).toBe(LARGEST_ZOOM);
  expect(zoomedBy(SMALLEST_ZOOM, -1)).toBe(SMALLEST_ZOOM);
  expect([zoomFactor(SMALLEST_ZOOM), zoomFactor(LARGEST_ZOOM)]).toEqual([0.25, 5]);
});
