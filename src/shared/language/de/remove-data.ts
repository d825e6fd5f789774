import type { removeData as english } from '../en/remove-data.ts';
import type { Translation } from '../message.ts';

export const removeData: Translation<typeof english> = {
  label: 'Daten von diesem Laptop entfernen',
  hint: 'Die lokale Kopie, ihre Sicherungen und das Anmelde-Token; der Server bleibt unberührt',
  open: 'Entfernen…',
  title: 'Daten von diesem Laptop entfernen',
  text: 'Von {label} werden auf diesem Laptop entfernt: {records, plural, one {# Datensatz} other {# Datensätze}}, {backUps, plural, =0 {keine Sicherung} one {# Sicherung} other {# Sicherungen}}, was beiseitegelegt wurde, und das Anmelde-Token. Auf dem Server ändert sich nichts. Ihre Einstellungen und das Protokoll bleiben; im Protokoll stehen keine Namen.',
  nothingLost: 'Alles, was Sie geändert haben, ist auf dem Server.',
  lost: '{count, plural, one {# Datensatz enthält} other {# Datensätze enthalten}} Arbeit, die der Server nicht hat. Sie ginge verloren:',
  lostList: 'Arbeit, die verloren ginge',
  more: '{count, plural, one {und # weiterer} other {und # weitere}}',
  isNew: 'Neuer Datensatz',
  edited: 'Nicht gesendet: {fields}',
  decision: 'Nicht entschieden: {fields}',
  save: 'Diese Arbeit in einer Datei speichern…',
  saved: 'Die nicht gesendete Arbeit ist gespeichert.',
  word: 'entfernen',
  confirm: 'Zur Bestätigung „{word}“ eingeben',
  remove: 'Von diesem Laptop entfernen',
};
