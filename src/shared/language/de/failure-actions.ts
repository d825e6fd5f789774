import type { failureActions as english } from '../en/failure-actions.ts';
import type { Translation } from '../message.ts';

export const failureActions: Translation<typeof english> = {
  'try-again': 'Erneut versuchen',
  'check-address': 'Adresse prüfen',
  'enter-token': 'Neues Token eingeben',
  'sync-now': 'Jetzt abgleichen',
  review: 'Noch einmal ansehen',
  'show-folder': 'Ordner zeigen',
  close: 'Schließen',
};
