import type { storageMeaning as english } from '../en/storage-meaning.ts';
import type { Translation } from '../message.ts';

export const storageMeaning: Translation<typeof english> = {
  newer: 'Alles darin ist sicher; nur diese Version kann nicht damit arbeiten.',
  foreign: 'Die App rührt keine Datei an, die nicht ihre eigene ist.',
  corrupt: 'Was den Server erreicht hat, ist dort sicher.',
  empty:
    'Was den Server erreicht hat, ist dort sicher. Vielleicht hat ein anderes Programm die Datei geleert.',
  missing:
    'Was den Server erreicht hat, ist dort sicher. Nicht gesendete Änderungen sind in der fehlenden Datei.',
  older: 'Was den Server erreicht hat, ist dort sicher. Spätere Änderungen können hier fehlen.',
  locked: 'Alles darin ist sicher.',
  'read-only': 'Alles darin ist sicher, aber Neues könnte nicht gespeichert werden.',
  full: 'Alles in der lokalen Kopie ist sicher, aber Neues könnte nicht gespeichert werden.',
  runtime: 'Alles in der lokalen Kopie ist sicher; sie wurde nicht geöffnet.',
};
