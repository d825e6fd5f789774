import { z } from 'zod';
import { ZoomLevel } from '#shared/model/zoom.ts';

/** A rectangle on the desktop, in device-independent pixels. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What is kept of the window from one start to the next. */
export const WindowState = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  maximised: z.boolean(),
  zoomLevel: ZoomLevel,
});
export type WindowState = z.infer<typeof WindowState>;

/** A window that fits: with a place only where it can be grabbed there. */
export type FittedWindow = {
  readonly bounds: {
    readonly width: number;
    readonly height: number;
    readonly x?: number;
    readonly y?: number;
  };
  readonly maximised: boolean;
  readonly zoomLevel: number;
};

/** The smallest window in which every screen can be used. */
export const smallestWindow = { width: 640, height: 480 } as const;

/** The window of a first start; it has no place, so the system centres it. */
export const firstWindow: WindowState = { width: 1280, height: 800, maximised: false, zoomLevel: 0 };

// This much of the window must lie on a display for a person to be able to grab it.
const GRIP = 80;

const overlap = (a: Area, b: Area): { readonly width: number; readonly height: number } => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
});

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Fits a kept window into the displays there are now: where it cannot be grabbed any more it loses its place, and it is
 * never larger than its display or smaller than the smallest window.
 */
export function fitWindow(state: WindowState, displays: readonly Area[]): FittedWindow {
  const { x, y, width, height, ...rest } = state;
  const place = x === undefined || y === undefined ? undefined : { x, y };
  const home = place && displays.find((display) => canGrab({ ...place, width, height }, display));
  const room = home ?? displays[0] ?? firstWindow;
  const bounds = {
    width: clamp(width, smallestWindow.width, Math.max(smallestWindow.width, room.width)),
    height: clamp(height, smallestWindow.height, Math.max(smallestWindow.height, room.height)),
  };
  return { ...rest, bounds: home ? { ...bounds, ...place } : bounds };
}

function canGrab(place: Area, display: Area): boolean {
  const { width, height } = overlap(place, display);
  // The title bar is at the top: it must not lie above the display.
  return width >= GRIP && height >= GRIP && place.y >= display.y;
}
