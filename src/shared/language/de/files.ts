import type { files as english } from '../en/files.ts';
import type { Translation } from '../message.ts';

export const files: Translation<typeof english> = {
  importable: 'Tabelle (CSV) oder vCard',
  csv: 'Tabelle (CSV)',
  json: 'JSON',
  vcard: 'vCard',
  pdf: 'PDF',
  why: 'Ausgelassen, weil',
};
