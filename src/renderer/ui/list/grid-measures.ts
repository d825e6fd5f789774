const DENSITY = { compact: 28, standard: 32, comfortable: 40 } as const;

/** The height of a row in CSS pixels. */
export const rowHeight = (density: keyof typeof DENSITY): number => DENSITY[density];

/** The height of the table's head in CSS pixels. */
export const HEAD_HEIGHT = 27;
