import type { firstRun as english } from '../en/first-run.ts';
import type { Translation } from '../message.ts';

export const firstRun: Translation<typeof english> = {
  promise: 'Was Sie eingeben, ist sicher,',
  promiseToo: 'mit und ohne Netz.',
  savedTitle: 'Zuerst auf diesem Laptop gespeichert',
  savedText: 'Jede Änderung ist hier gesichert, sobald Sie das Feld verlassen.',
  waitingTitle: 'Sie sehen, was noch wartet',
  waitingText: 'Eine Zahl auf jedem Bildschirm und genau die Änderung, die hinausgeht.',
  askedTitle: 'Sie werden einmal gefragt, und klar',
  askedText: 'Wenn jemand anders dasselbe Feld geändert hat, entscheiden Sie und können es zurücknehmen.',
  connectTitle: 'Mit Ihrem Dienst verbinden',
  connectHint: 'Beides bekommen Sie von Ihrer Administration.',
  address: 'Adresse des Dienstes',
  token: 'Anmelde-Token',
  tokenExample: 'Hier einfügen',
  tokenEncrypted: 'Verschlüsselt auf diesem Computer.',
  tokenInMemory:
    'Dieser Computer hat keinen Schlüsselbund, deshalb wird das Token vergessen, wenn Sie die App schließen.',
  connect: 'Verbinden',
  test: 'Erst testen',
  or: 'oder',
  exploreTitle: 'Mit Beispieldaten ausprobieren',
  exploreText:
    'Erfundene Personen und eine Kollegin, die sie auch bearbeitet. Nichts verlässt diesen Laptop, und ein Klick entfernt alles.',
  explore: 'Ausprobieren',
  copiesTitle: 'Ihre Datensätze sind auf diesem Laptop',
  copiesText: 'Die App ist gerade mit keinem Dienst verbunden. Was Sie gespeichert haben, ist noch hier.',
  status: 'Status',
  notConnected: 'Noch nicht verbunden',
  nothingLeaves: 'Nichts verlässt diesen Laptop, bevor Sie sich verbinden',
  addressMissing: 'Geben Sie die Adresse Ihres Dienstes ein.',
  tokenMissing: 'Fügen Sie das Token ein, das Sie von Ihrer Administration haben.',
};
