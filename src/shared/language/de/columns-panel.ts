import type { columnsPanel as english } from '../en/columns-panel.ts';
import type { Translation } from '../message.ts';

export const columnsPanel: Translation<typeof english> = {
  title: 'Spalten',
  choose: 'Spalten…',
  reset: 'Spalten zurücksetzen',
  hint: 'Im Kopf der Liste verschieben Sie eine Spalte, indem Sie ihren Namen ziehen; am Rand ziehen Sie sie breiter, ein Doppelklick passt sie an.',
  earlier: '{column} nach vorn',
  later: '{column} nach hinten',
  moved: '{column}: Spalte {place, number} von {total, number}',
  widened: '{column}: {width, number} Pixel breit',
};
