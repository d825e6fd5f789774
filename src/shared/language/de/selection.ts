import type { selection as english } from '../en/selection.ts';
import type { Translation } from '../message.ts';

export const selection: Translation<typeof english> = {
  bar: 'Auswahl',
  selected: '{count, number} ausgewählt',
  hidden:
    '{count, plural, one {# davon ist gerade nicht zu sehen} other {# davon sind gerade nicht zu sehen}}',
  edit: 'Bearbeiten…',
  export: 'Exportieren…',
  clear: 'Aufheben',
  records: '{count, plural, one {# Datensatz} other {# Datensätze}}',
  different: '{count, number} verschiedene Werte',
  emptyInAll: 'In allen leer',
  emptyIn: 'in {count, number} leer',
  times: '{count, number} × {value}',
  tooManyToCompare: 'Hier werden die Werte von bis zu {most, number} Datensätzen verglichen.',
  editAll: 'Diese {count, number} bearbeiten…',
  means:
    'Tippen Sie einen Wert, den alle bekommen sollen. Vorher sehen Sie eine Vorschau; ein Rückgängig nimmt alles zurück.',
  forAll: 'Allen {count, number} dasselbe geben',
  tooMany:
    'Einzeln lassen sich höchstens {most, number} Datensätze auswählen. „Alles auswählen“ nimmt die ganze Liste, wie lang sie auch ist.',
};
