import type { accountFields as english } from '../en/account-fields.ts';
import type { Translation } from '../message.ts';

export const accountFields: Translation<typeof english> = {
  name: 'Name',
  status: 'Status',
  description: 'Beschreibung',
  externalId: 'Externe ID',
  serviceLevel: 'Servicestufe',
  website: 'Website',
  technicalSupportEmail: 'Support-E-Mail',
  addressLine1: 'Adresszeile 1',
  addressLine2: 'Adresszeile 2',
  postCode: 'Postleitzahl',
  city: 'Ort',
  state: 'Region',
  country: 'Land',
  type: 'Art',
  externalName: 'Externer Name',
};
