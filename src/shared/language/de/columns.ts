import type { columns as english } from '../en/columns.ts';
import type { Translation } from '../message.ts';

export const columns: Translation<typeof english> = {
  name: 'Name',
  first_name: 'Vorname',
  last_name: 'Nachname',
  email: 'E-Mail',
  remote_id: 'SSO-GUID',
  primary: 'Primär',
  last_download: 'Letzter Download',
  state: 'Zustand',
  updated: 'Geändert',
  created: 'Angelegt',
};
