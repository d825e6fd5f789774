import type { values as english } from '../en/values.ts';
import type { Translation } from '../message.ts';

export const values: Translation<typeof english> = {
  empty: 'Leer',
  emptyInside: 'leer',
  yes: 'Ja',
  no: 'Nein',
  notSet: 'Nicht gesetzt',
  noName: 'Ohne Namen',
};
