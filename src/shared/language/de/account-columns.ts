import type { accountColumns as english } from '../en/account-columns.ts';
import type { Translation } from '../message.ts';

export const accountColumns: Translation<typeof english> = {
  name: 'Name',
  type: 'Art',
  status: 'Status',
  level: 'Servicestufe',
  place: 'Ort',
  state: 'Zustand',
  updated: 'Geändert',
};
