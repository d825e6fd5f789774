import type { filters as english } from '../en/filters.ts';
import type { Translation } from '../message.ts';

export const filters: Translation<typeof english> = {
  primary: 'Primär',
  waiting: 'Wartet',
  decision: 'Entscheidung',
  attention: 'Achtung',
  missing: 'Entfernt',
  'no-first_name': 'Ohne Vornamen',
  'no-last_name': 'Ohne Nachnamen',
  'no-email': 'Ohne E-Mail',
  'no-remote_id': 'Ohne SSO-GUID',
  'no-last_download': 'Ohne letzten Download',
  'has-first_name': 'Mit Vornamen',
  'has-last_name': 'Mit Nachnamen',
  'has-email': 'Mit E-Mail',
  'has-remote_id': 'Mit SSO-GUID',
  'has-last_download': 'Mit letztem Download',
};
