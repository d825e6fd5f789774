import type { filters as english } from '../en/filters.ts';
import type { Translation } from '../message.ts';

export const filters: Translation<typeof english> = {
  primary: 'Primär',
  waiting: 'Wartet',
  decision: 'Entscheidung',
  attention: 'Achtung',
  missing: 'Entfernt',
};
