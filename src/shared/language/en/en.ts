import { commands } from './commands.ts';
import { menu } from './menu.ts';
import type { Translation } from '../message.ts';

/** Every text of the app in English, by the part of the app that says it. */
export const en = { commands, menu } as const;

/** A part of the app, by the name of its messages. */
export type Section = keyof typeof en;

/** The same texts in another language. */
export type Catalogue = { readonly [Name in Section]: Translation<(typeof en)[Name]> };
