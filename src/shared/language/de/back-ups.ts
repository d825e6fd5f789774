import type { backUps as english } from '../en/back-ups.ts';
import type { Translation } from '../message.ts';

export const backUps: Translation<typeof english> = {
  label: 'Sicherungen',
  hint: 'Einmal am Tag, in einem Ordner neben der lokalen Kopie; die neuesten sieben bleiben',
  none: 'Noch keine',
  now: 'Jetzt sichern',
  made: 'Gesichert',
  restoreLabel: 'Sicherung wiederherstellen',
  restoreHint: 'Setzt eine frühere Kopie an die Stelle dieser; nicht gesendete Änderungen bleiben',
  restore: 'Wiederherstellen…',
  dialogTitle: 'Sicherung wiederherstellen',
  dialogText:
    'Die lokale Kopie wird erst gesichert und dann in einem eigenen Ordner aufgehoben. Die gewählte tritt an ihre Stelle, die nicht gesendeten Änderungen und offenen Entscheidungen von heute kommen zurück, und der Server sendet, was neuer ist.',
  choose: 'Wiederherzustellende Sicherung',
  run: 'Diese Sicherung wiederherstellen',
  held: '{count, plural, one {# Änderung wartet auf ihren Datensatz} other {# Änderungen warten auf ihre Datensätze}}',
  heldHint: 'Nach einer Wiederherstellung zurückgeholt; ihre Datensätze sind noch nicht vom Server gekommen',
  save: 'Speichern…',
  saved: 'Gespeichert',
};
