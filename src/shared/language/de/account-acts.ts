import type { accountActs as english } from '../en/account-acts.ts';
import type { Translation } from '../message.ts';

export const accountActs: Translation<typeof english> = {
  activate: 'Aktivieren',
  deactivate: 'Deaktivieren',
  enable: 'Freigeben',
  disable: 'Sperren',
};
