/** The heights of a row. */
export const densities = {
  compact: 'Compact',
  standard: 'Standard',
  comfortable: 'Comfortable',
} as const;
