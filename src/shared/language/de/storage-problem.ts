import type { storageProblem as english } from '../en/storage-problem.ts';
import type { Translation } from '../message.ts';

export const storageProblem: Translation<typeof english> = {
  title: 'Ihre Datensätze konnten nicht geöffnet werden',
  nothingDeleted: 'Nichts wurde gelöscht.',
  file: 'Datei',
  showFolder: 'Ordner zeigen',
  looking: 'Nicht gesendete Änderungen werden gesucht…',
  working: 'Es wird in Ordnung gebracht. Das dauert einen Augenblick…',
  found: 'In der Datei gefunden: {unsent}.',
  foundBeside: 'Daneben gefunden: {unsent}.',
  foundNothing: 'In der Datei wurden keine nicht gesendeten Änderungen gefunden.',
  foundNothingBeside: 'Daneben wurden keine nicht gesendeten Änderungen gefunden.',
  backUp: 'Sicherung',
  restore: 'Sicherung wiederherstellen: {time}',
  restoreMeans:
    '{records, plural, one {# Datensatz, wie er damals war. Der Server sendet, was neuer ist.} other {# Datensätze, wie sie damals waren. Der Server sendet, was neuer ist.}}',
  restoreMeansFound:
    '{records, plural, one {# Datensatz, wie er damals war. Dann kommt das Gefundene zurück. Der Server sendet, was neuer ist.} other {# Datensätze, wie sie damals waren. Dann kommt das Gefundene zurück. Der Server sendet, was neuer ist.}}',
  afresh: 'Neu vom Server beginnen',
  afreshMeans: 'Jeder Datensatz kommt neu vom Server; das braucht eine Verbindung.',
  afreshMeansFound:
    'Jeder Datensatz kommt neu vom Server; das braucht eine Verbindung. Dann kommt das Gefundene zurück.',
  asItIs: 'Mit dieser Kopie weiterarbeiten',
  asItIsMeans: 'Sie wird genommen, wie sie ist. Was seither geändert wurde, kann fehlen.',
  saveUnsent: 'Nicht gesendete Änderungen speichern…',
  saved: 'Gespeichert.',
  reportTitle: 'Ihre Datensätze sind wieder da',
  reportAsItIs: 'Die lokale Kopie wird genommen, wie sie ist.',
  reportNothing: 'Es gab keine nicht gesendeten Änderungen zurückzuholen.',
  reportPutBack: 'Zurückgeholt: {unsent}. Änderungen werden wie alle anderen gesendet.',
  movedTo: 'Die ersetzte Datei liegt in',
};
