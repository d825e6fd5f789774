import type { columns as english } from '../en/columns.ts';
import type { Translation } from '../message.ts';

export const columns: Translation<typeof english> = {
  name: 'Name',
  email: 'E-Mail',
  remote_id: 'SSO-GUID',
  state: 'Zustand',
  updated: 'Geändert',
};
