import type { fields as english } from '../en/fields.ts';
import type { Translation } from '../message.ts';

export const fields: Translation<typeof english> = {
  first_name: 'Vorname',
  last_name: 'Nachname',
  email: 'E-Mail',
  primary: 'Primär',
  remote_id: 'SSO-GUID',
  last_download: 'Letzter Download',
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
