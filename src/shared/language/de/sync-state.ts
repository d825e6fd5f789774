import type { syncState as english } from '../en/sync-state.ts';
import type { Translation } from '../message.ts';

export const syncState: Translation<typeof english> = {
  waiting:
    '{count, plural, one {# Änderung wartet auf das Senden} other {# Änderungen warten auf das Senden}}',
  decisions: '{count, plural, one {# braucht Ihre Entscheidung} other {# brauchen Ihre Entscheidung}}',
  attention: '{count, plural, one {# braucht Aufmerksamkeit} other {# brauchen Aufmerksamkeit}}',
  missing: '{count, plural, one {# ist nicht mehr auf dem Server} other {# sind nicht mehr auf dem Server}}',
  aside:
    '{count, plural, one {# ist nicht in der Liste und nicht gesendet} other {# sind nicht in der Liste und nicht gesendet}}',
  comparing: 'Abgleich mit dem Server läuft',
  connecting: 'Der Server wird gesucht',
  noConnection: 'Hier wartet nichts, aber der Server ist nicht erreichbar',
  signedOut: 'Hier wartet nichts, aber der Server verlangt eine Anmeldung',
  offline: 'Hier wartet nichts, während Sie offline arbeiten',
  partial: 'Hier wartet nichts, aber es wurde noch nicht alles verglichen',
  connectedTo: 'Verbunden mit {host}.',
  connectingTo: 'Verbindung zu {host} wird aufgebaut.',
  noConnectionTo: 'Keine Verbindung zu {host}.',
  offlineSince: 'Offline seit {time}.',
  offlineNow: 'Sie arbeiten offline.',
  running: 'Ein Abgleich läuft.',
  nextRound: 'Der nächste Abgleich beginnt um {clock}, {until}.',
  nextTry: 'Die App versucht es um {clock} wieder, {until}.',
};
