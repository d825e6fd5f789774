import type { rowFaults as english } from '../en/row-faults.ts';
import type { Translation } from '../message.ts';

export const rowFaults: Translation<typeof english> = {
  empty: 'Es steht nichts darin',
  'broken-quotes': 'Die Anführungszeichen schließen nicht',
  'too-many-cells': 'Mehr Zellen, als es Spalten gibt',
  'not-whole': 'Anfang oder Ende fehlt',
  'broken-line': 'Eine Zeile darin ist nicht lesbar',
  group: 'Eine Gruppe, keine Person',
  'bad-letters': 'Zeichen, die es in dieser Kodierung nicht gibt',
  'too-long': 'Länger als 10.000 Zeichen',
  'not-a-flag': 'Weder ja noch nein',
  'bad-id': 'Keine ID eines Datensatzes',
  twice: 'Derselbe Datensatz kam schon davor',
  ambiguous: 'Mehrere Datensätze haben diesen Wert',
  decision: 'Dieses Feld wartet auf Ihre Entscheidung',
  missing: 'Der Datensatz ist nicht mehr auf dem Server',
};
