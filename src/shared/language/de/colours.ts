import type { colours as english } from '../en/colours.ts';
import type { Translation } from '../message.ts';

export const colours: Translation<typeof english> = {
  system: 'System',
  light: 'Hell',
  dark: 'Dunkel',
};
