/** How many rows one window of the list holds. */
export const WINDOW_SIZE = 100;
