import type { stateWords as english } from '../en/state-words.ts';
import type { Translation } from '../message.ts';

export const stateWords: Translation<typeof english> = {
  waiting: 'Wartet',
  decision: 'Entscheidung',
  attention: 'Achtung',
  gone: 'Entfernt',
};
