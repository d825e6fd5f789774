import type { decisionLog as english } from '../en/decision-log.ts';
import type { Translation } from '../message.ts';

export const decisionLog: Translation<typeof english> = {
  label: 'Entscheidungsprotokoll',
  hint: 'Was über jeden Datensatz entschieden wurde, von Ihnen oder vom Abgleich',
  redacted: 'Ohne Namen und Werte',
  save: 'Entscheidungsprotokoll speichern…',
  savedNone: 'Entscheidungsprotokoll gespeichert: 0 Einträge.',
  savedWhole:
    '{count, plural, one {Entscheidungsprotokoll gespeichert: # Eintrag. Die Kette ist lückenlos: Nichts wurde geändert oder ausgelassen.} other {Entscheidungsprotokoll gespeichert: # Einträge. Die Kette ist lückenlos: Nichts wurde geändert oder ausgelassen.}}',
  savedBroken:
    '{count, plural, one {Entscheidungsprotokoll gespeichert: # Eintrag. Die Kette ist unterbrochen: Ein Eintrag wurde geändert oder ausgelassen. Sagen Sie Ihrer Administration Bescheid.} other {Entscheidungsprotokoll gespeichert: # Einträge. Die Kette ist unterbrochen: Ein Eintrag wurde geändert oder ausgelassen. Sagen Sie Ihrer Administration Bescheid.}}',
  export: 'Exportieren…',
  exportWhole: 'Mit Namen und Werten…',
  exportRedacted: 'Ohne Namen und Werte…',
  older: 'Ältere zeigen',
  none: 'Noch wurde nichts entschieden.',
  yours: '{field}: Ihr Wert',
  server: '{field}: Wert des Servers',
  other: '{field}: ein anderer Wert',
  vanished: 'Viele Datensätze sind auf einmal verschwunden',
  undone: 'Zurückgenommen: {name}',
  undoOf: 'Rückgängig: {name}',
};
