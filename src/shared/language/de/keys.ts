import type { keys as english } from '../en/keys.ts';
import type { Translation } from '../message.ts';

export const keys: Translation<typeof english> = {
  title: 'Tasten',
  everywhere: 'Überall',
  list: 'Liste',
  record: 'Datensatz',
  decisions: 'Entscheidungen',
  these: 'Diese Tasten',
  moveRow: 'Vorheriger, nächster Datensatz',
  movePage: 'Eine Bildschirmseite nach oben, unten',
  moveEnd: 'Erster, letzter Datensatz',
  openRecord: 'Datensatz öffnen',
  moveColumn: 'Spalte verschieben, auf ihrem Kopf',
  widenColumn: 'Spalte verbreitern, auf ihrem Kopf',
  leaveList: 'Suche löschen, Datensatz schließen',
  saveField: 'Feld speichern',
  restoreField: 'Alten Wert wiederherstellen; dann zurück zur Liste',
  useNewer: 'Neueren Wert des Servers übernehmen',
  saveNew: 'Neuen Datensatz speichern',
  useYours: 'Ihren Wert nehmen',
  useServer: 'Wert des Servers nehmen',
  typeAnother: 'Anderen Wert eingeben',
  decideLater: 'Später entscheiden',
  otherField: 'Anderes Feld',
  saveResult: 'Ergebnis speichern',
  takeBack: 'Letzte Antwort zurücknehmen',
};
