import type { Catalogue } from '../en/en.ts';
import { commands } from './commands.ts';
import { menu } from './menu.ts';

/** Every text of the app in German. */
export const de: Catalogue = { commands, menu };
