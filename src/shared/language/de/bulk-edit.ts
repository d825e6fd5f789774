import type { bulkEdit as english } from '../en/bulk-edit.ts';
import type { Translation } from '../message.ts';

export const bulkEdit: Translation<typeof english> = {
  title: '{count, plural, one {# Datensatz bearbeiten} other {# Datensätze bearbeiten}}',
  field: 'Feld',
  becomes: 'Wird',
  value: 'Wert',
  set: 'Ein Wert',
  empty: 'Leer',
  typeFirst: 'Geben Sie einen Wert ein, um zu sehen, was sich ändern würde.',
  looking: 'Die Auswahl wird angesehen…',
  changes: '{count, plural, one {# Datensatz ändert sich} other {# Datensätze ändern sich}}',
  same: '{count, plural, one {# hat diesen Wert schon} other {# haben diesen Wert schon}}',
  decision:
    '{count, plural, one {# wird ausgelassen: Das Feld wartet auf Ihre Entscheidung} other {# werden ausgelassen: Das Feld wartet auf Ihre Entscheidung}}',
  missing:
    '{count, plural, one {# wird ausgelassen: Er ist nicht mehr auf dem Server} other {# werden ausgelassen: Sie sind nicht mehr auf dem Server}}',
  preview: 'Was sich ändern würde',
  record: 'Datensatz',
  now: 'Jetzt',
  willBecome: 'Wird zu',
  more: '{count, plural, one {und # weiterer Datensatz} other {und # weitere Datensätze}}',
  leftDecision: 'Ausgelassen: wartet auf Ihre Entscheidung',
  leftMissing: 'Ausgelassen: nicht mehr auf dem Server',
  leftChanged: 'Seit der Vorschau geändert',
  moreLeft:
    '{count, plural, one {und # weiterer, der ausgelassen wird} other {und # weitere, die ausgelassen werden}}',
  note: 'Einmal „Rückgängig“ nimmt alles zurück.',
  change: '{count, plural, one {# Datensatz ändern} other {# Datensätze ändern}}',
  running: 'Die Datensätze werden geändert',
  progress: '{done, number} von {total, number} erledigt',
  keepOpen:
    'Was geändert ist, wird Stück für Stück auf diesem Laptop gespeichert; Sie können es als Ganzes zurücknehmen.',
  done: '{count, plural, one {# Datensatz} other {# Datensätze}} auf diesem Laptop geändert',
  leftTitle: 'Unverändert geblieben',
  left: '{count, plural, one {# Datensatz wurde nicht geändert, weil er nicht mehr so ist, wie die Vorschau ihn zeigte:} other {# Datensätze wurden nicht geändert, weil sie nicht mehr so sind, wie die Vorschau sie zeigte:}}',
  stale: 'Die Auswahl wurde anderswo neu angesehen. Gezeigt wird die neueste Vorschau.',
  brokenOff: 'Abgebrochene Änderung vieler Key Accounts',
};
