import { z } from 'zod';

// Chromium shows everything at a quarter of its size at least, and at five times its size at most.
const SMALLEST_FACTOR = 0.25;
const LARGEST_FACTOR = 5;

/** The lowest level: one step further down nothing would get smaller. */
export const SMALLEST_ZOOM = -8;

/** The highest level. */
export const LARGEST_ZOOM = 9;

const STEP = 1.2;

/** Chromium's zoom level: 0 is 100 %, each step a factor of 1.2. */
export const ZoomLevel = z.number().min(SMALLEST_ZOOM).max(LARGEST_ZOOM);

/** A step to a larger or smaller picture, or back to its own size. */
export const ZoomStep = z.literal([-1, 0, 1]);
export type ZoomStep = z.infer<typeof ZoomStep>;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The level that is a step away from another, as far as there is one. */
export const zoomedBy = (level: number, step: ZoomStep): number =>
  step === 0 ? 0 : clamp(level + step, SMALLEST_ZOOM, LARGEST_ZOOM);

/** How many times as large everything is at a level. */
export const zoomFactor = (level: number): number => clamp(STEP ** level, SMALLEST_FACTOR, LARGEST_FACTOR);
