import type { tableColumns as english } from '../en/table-columns.ts';
import type { Translation } from '../message.ts';

export const tableColumns: Translation<typeof english> = {
  id: 'Datensatz-ID',
  state: 'Stand',
  updated: 'Bearbeitet',
};
