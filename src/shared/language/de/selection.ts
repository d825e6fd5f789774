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
  tooMany:
    'Einzeln lassen sich höchstens {most, number} Datensätze auswählen. „Alles auswählen“ nimmt die ganze Liste, wie lang sie auch ist.',
};
