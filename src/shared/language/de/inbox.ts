import type { inbox as english } from '../en/inbox.ts';
import type { Translation } from '../message.ts';

export const inbox: Translation<typeof english> = {
  list: 'Offene Entscheidungen',
  groupBy: 'Gruppieren nach',
  record: 'Nach Datensatz',
  field: 'Nach Feld',
  pair: 'Nach Wertepaar',
  answered: 'Beantwortet',
  groupOf: '{field}, {count, plural, one {1 Datensatz} other {{count, number} Datensätze}}',
  pairGroup:
    '{field}, Ihr Wert {yours}, Server {server}, {count, plural, one {1 Datensatz} other {{count, number} Datensätze}}',
  times: '×{count, number}',
  selected: '{count, number} ausgewählt',
  clear: 'Auswahl aufheben',
  useYours: 'Ihre nehmen…',
  useServer: 'Server nehmen…',
  commonTitle: '{count, plural, one {1 Datensatz} other {{count, number} Datensätze}} gemeinsam beantworten',
  commonText:
    'Jedes offene Feld dieser Datensätze bekommt den Wert derselben Seite. Antworten, die Sie schon gegeben haben, bleiben.',
  commonNone: 'In der Auswahl lässt sich nichts gemeinsam beantworten.',
  allYours: 'Überall Ihr Wert',
  allServer: 'Überall der Wert des Servers',
  column: 'Datensatz',
  fieldColumn: 'Feld',
  serverNow: 'Auf dem Server',
  willBecome: 'Wird zu',
  include: '{name} einbeziehen',
  leftOut: 'Ausgelassen: auch {fields} {count, plural, one {weicht} other {weichen}} ab',
  unchecked: 'Ausgelassen',
  more: 'und {count, plural, one {1 weiterer Datensatz} other {{count, number} weitere Datensätze}}',
  moreLeftOut:
    '{count, plural, one {1 Datensatz wird} other {{count, number} Datensätze werden}} ausgelassen: auch andere Felder weichen ab',
  note: '{chosen, number} von {count, number} Datensätzen. Einmal „Rückgängig“ nimmt alles zurück.',
  yoursFor: 'Ihre Werte für {count, number} nehmen',
  serverFor: 'Server-Werte für {count, number} nehmen',
  previewing: 'Die Auswahl wird angesehen…',
  done: '{count, plural, one {1 Ergebnis} other {{count, number} Ergebnisse}} auf diesem Laptop gespeichert',
  refusedTitle: 'Inzwischen geändert',
  refused:
    '{count, plural, one {1 Datensatz hat sich} other {{count, number} Datensätze haben sich}} seit der Vorschau geändert. Darüber wurde nichts entschieden; im Eingang warten:',
  stale: 'Die Auswahl wurde anderswo neu angesehen. Gezeigt wird die neueste Vorschau.',
  progress: '{decided, number} von {count, number} entschieden',
};
