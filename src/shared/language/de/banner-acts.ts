import type { bannerActs as english } from '../en/banner-acts.ts';
import type { Translation } from '../message.ts';

export const bannerActs: Translation<typeof english> = {
  'go-online': 'Online gehen',
  'try-now': 'Jetzt versuchen',
  'new-token': 'Neues Token eingeben',
  'check-again': 'Noch einmal prüfen',
  'they-are-gone': 'Sie sind weg…',
  'they-are-not-gone': 'Sie sind nicht weg',
  'open-record': 'Datensatz öffnen',
  understood: 'Verstanden',
};
