import type { importingCards as english } from '../en/importing-cards.ts';
import type { Translation } from '../message.ts';

export const importingCards: Translation<typeof english> = {
  count: '{count, plural, one {# vCard} other {# vCards}}',
  matchId: 'dieselbe Datensatz-ID',
  matchRemote: 'dieselbe Datensatz-ID oder SSO-GUID',
  matchEmail: 'dieselbe Datensatz-ID oder E-Mail',
  empty: 'Fehlende Angaben',
  keep: 'Lassen, was da ist',
  clear: 'Feld leeren',
  left: '{count, plural, one {# vCard wird ausgelassen} other {# vCards werden ausgelassen}}',
  number: 'vCard {number, number}',
  saveLeft: 'Ausgelassene vCards speichern…',
  savedLeft: '{count, plural, one {# vCard} other {# vCards}} gespeichert in {name}.',
};
