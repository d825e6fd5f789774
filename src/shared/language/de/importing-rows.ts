import type { importingRows as english } from '../en/importing-rows.ts';
import type { Translation } from '../message.ts';

export const importingRows: Translation<typeof english> = {
  count: '{count, plural, one {# Zeile} other {# Zeilen}}',
  matchId: 'dieselbe Datensatz-ID',
  matchRemote: 'dieselbe SSO-GUID',
  matchEmail: 'dieselbe E-Mail',
  empty: 'Leere Zellen',
  keep: 'Lassen, was da ist',
  clear: 'Leeren das Feld',
  left: '{count, plural, one {# Zeile wird ausgelassen} other {# Zeilen werden ausgelassen}}',
  number: 'Zeile {number, number}',
  saveLeft: 'Ausgelassene Zeilen speichern…',
  savedLeft: '{count, plural, one {# Zeile} other {# Zeilen}} gespeichert in {name}.',
};
