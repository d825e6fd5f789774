import type { shell as english } from '../en/shell.ts';
import type { Translation } from '../message.ts';

export const shell: Translation<typeof english> = {
  opening: 'Die Datensätze auf diesem Laptop werden geöffnet…',
  brokenOff: 'Key Accounts wurde beim letzten Mal nicht richtig beendet.',
  brokenOffKept:
    '{waiting, plural, =0 {Alles Gespeicherte ist auf diesem Laptop.} one {Alles Gespeicherte ist auf diesem Laptop; # Änderung wartet auf das Senden.} other {Alles Gespeicherte ist auf diesem Laptop; # Änderungen warten auf das Senden.}}',
  brokenOffDetails: 'Details…',
  navigation: 'Hauptnavigation',
  keyAccounts: 'Key Accounts',
  decisions: 'Entscheidungen',
  syncCentre: 'Abgleich',
  marketplace: 'Marketplace',
  settings: 'Einstellungen',
  keys: 'Tasten',
  status: 'Status',
  syncState: 'Stand des Abgleichs',
  sampleData: 'Beispieldaten',
  sampleHint: 'Erfundene Personen',
  serviceHint: 'Ihr Dienst',
  colleagueNothing:
    'Die Kollegin fand nichts zu bearbeiten. Ändern Sie erst einen Datensatz, und bitten Sie sie dann noch einmal.',
  colleagueEdited:
    '{count, plural, one {Eine Kollegin hat # Datensatz bearbeitet, den auch Sie geändert haben.} other {Eine Kollegin hat # Datensätze bearbeitet, darunter solche, die auch Sie geändert haben.}}',
  removeTitle: 'Beispieldaten entfernen',
  removeText:
    'Die erfundenen Personen und alles, was Sie an ihnen geändert haben, werden von diesem Laptop entfernt. Sonst wird nichts angerührt.',
  remove: 'Beispieldaten entfernen',
  syncNow: 'Jetzt abgleichen',
  workOffline: 'Offline arbeiten',
  goOnline: 'Online gehen',
  connectionSettings: 'Verbindungseinstellungen…',
  neverSynced: 'Noch kein vollständiger Abgleich',
  lastSync: 'Letzter vollständiger Abgleich {time}',
  lastSyncShort: 'Stand: {time}',
  nextSync: 'nächster {when}',
  syncing: 'Abgleich läuft.',
  checking: 'Wird geprüft…',
  getting: 'Änderungen werden geholt · {done, number}',
  gettingOf: 'Änderungen werden geholt · {done, number} von {total, number}',
  sending: 'Wird gesendet · {done, number}',
  sendingOf: 'Wird gesendet · {done, number} von {total, number}',
  tokenInMemory: 'Token gilt, bis Sie die App schließen',
  tokenMissing: 'Kein Anmelde-Token',
  toHost: 'mit {host}',
  vanishedTitle: '{count, plural, one {Ist dieser Datensatz weg?} other {Sind diese # Datensätze weg?}}',
  vanishedText:
    'Der Server wird nach jedem noch einmal gefragt. Was er nicht hat, wird als „Entfernt“ gekennzeichnet und bleibt mit Ihren Änderungen auf diesem Laptop, bis Sie sagen, was daraus werden soll.',
  vanishedAct: '{count, plural, one {Als entfernt behandeln} other {# als entfernt behandeln}}',
  askedOnceMore: 'Der Server wird nach jedem noch einmal gefragt',
  notGone: 'Sie bleiben, wie sie sind. Die App sieht weiter nach und fragt wieder, wenn sie fehlen.',
};
