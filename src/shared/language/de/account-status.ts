import type { accountStatus as english } from '../en/account-status.ts';
import type { Translation } from '../message.ts';

export const accountStatus: Translation<typeof english> = {
  Enabled: 'Freigegeben',
  Active: 'Aktiv',
  Disabled: 'Gesperrt',
};
