import { buildLaptop } from './build-laptop.ts';

/** Builds the laptop without a window before the tests that kill it. */
export const setup = (): Promise<void> => buildLaptop();
