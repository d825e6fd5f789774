import type { accountTypes as english } from '../en/account-types.ts';
import type { Translation } from '../message.ts';

export const accountTypes: Translation<typeof english> = {
  Client: 'Kunde',
  Vendor: 'Anbieter',
  Operations: 'Betrieb',
};
