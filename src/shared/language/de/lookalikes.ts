import type { lookalikes as english } from '../en/lookalikes.ts';
import type { Translation } from '../message.ts';

export const lookalikes: Translation<typeof english> = {
  title: 'Vielleicht dieselbe Person wie',
  'email-and-name': 'gleiche E-Mail, gleicher Name',
  email: 'gleiche E-Mail',
  name: 'gleicher Name',
  openNamed: 'Öffnen: {name}, {email}',
  compare: 'Vergleichen …',
  compareNamed: 'Vergleichen mit {name} …',
  apart: 'Nicht dieselbe Person',
  apartNamed: 'Nicht dieselbe Person: {name}',
  isApart: '{name}: auf diesem Laptop vermerkt, dass es jemand anderes ist',
  dialog: 'Zwei Datensätze vergleichen',
  text: 'Wählen Sie, welche Werte dieser Datensatz haben soll. Der andere bleibt, wie er ist: Diese App entfernt nichts vom Server. Ist einer von beiden zu viel, lassen Sie ihn beim Dienst entfernen.',
  field: 'Feld',
  thisOne: 'Dieser Datensatz',
  theOther: 'Der andere',
  same: 'in beiden gleich',
  waits: 'Dieses Feld wartet auf eine Entscheidung.',
  keep: '{field}: {value} behalten',
  take: '{field}: {value} übernehmen',
  nothing: 'Noch würde sich nichts ändern',
  chosen: '{count, plural, one {# Feld ändert sich} other {# Felder ändern sich}}',
  takeOver: 'Übernehmen',
  takenOver: 'Übernommen: {fields}',
  gone: 'Die beiden Datensätze sehen sich nicht mehr ähnlich, oder der andere ist weg. Es wurde nichts übernommen.',
};
