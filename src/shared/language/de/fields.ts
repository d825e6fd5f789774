import type { fields as english } from '../en/fields.ts';
import type { Translation } from '../message.ts';

export const fields: Translation<typeof english> = {
  first_name: 'Vorname',
  last_name: 'Nachname',
  email: 'E-Mail',
  primary: 'Primär',
  remote_id: 'SSO-GUID',
  last_download: 'Letzter Download',
};
