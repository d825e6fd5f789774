/** The colour schemes. */
export const colours = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
} as const;
