import type { stateTitles as english } from '../en/state-titles.ts';
import type { Translation } from '../message.ts';

export const stateTitles: Translation<typeof english> = {
  waiting: 'Wartet auf das Senden',
  decision: 'Braucht Ihre Entscheidung',
  attention: 'Braucht Aufmerksamkeit',
  gone: 'Nicht mehr auf dem Server',
  'on-server': 'Auf dem Server',
};
