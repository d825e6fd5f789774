import type { rowFaults as english } from '../en/row-faults.ts';
import type { Translation } from '../message.ts';

export const rowFaults: Translation<typeof english> = {
  empty: 'Es steht nichts darin',
  'broken-quotes': 'Die Anführungszeichen schließen nicht',
  'too-many-cells': 'Mehr Zellen, als es Spalten gibt',
  'bad-letters': 'Zeichen, die es in dieser Kodierung nicht gibt',
  'too-long': 'Länger als 10.000 Zeichen',
  'not-a-flag': 'Weder ja noch nein',
  'bad-id': 'Keine ID eines Datensatzes',
  twice: 'Eine Zeile davor ist derselbe Datensatz',
  ambiguous: 'Mehrere Datensätze haben diesen Wert',
  decision: 'Dieses Feld wartet auf Ihre Entscheidung',
  missing: 'Der Datensatz ist nicht mehr auf dem Server',
};
