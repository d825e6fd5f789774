import type { printing as english } from '../en/printing.ts';
import type { Translation } from '../message.ts';

export const printing: Translation<typeof english> = {
  listTitle: 'Key Accounts',
  count: '{count, plural, one {# Datensatz} other {# Datensätze}}',
  asOf: 'Stand auf diesem Laptop: {moment}',
  recordId: 'Datensatz-ID',
};
