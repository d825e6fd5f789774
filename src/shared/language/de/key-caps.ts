import type { keyCaps as english } from '../en/key-caps.ts';
import type { Translation } from '../message.ts';

export const keyCaps: Translation<typeof english> = {
  ctrl: 'Strg',
  shift: 'Umschalt',
  enter: 'Eingabe',
  space: 'Leertaste',
  home: 'Pos1',
  end: 'Ende',
  pageUp: 'Bild↑',
  pageDown: 'Bild↓',
};
