import type { Values } from '#shared/model/field.ts';
import { fold } from '#shared/model/fold.ts';
import type { Alike } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb } from './handle.ts';
import { addressForms } from './address-forms.ts';
import { indexOf, textOf } from './record-order.ts';
import { recordOf, type RecordSql } from './records.ts';

/** The most records that are named as alike. */
const MOST = 3;

/** By what two records are alike, the surest first. */
const likenesses: Readonly<Record<Alike['by'], string>> = {
  // A GUID of digits may be kept as a number; the order has it as a text.
  remote_id: `${textOf('remote_id')} = :value`,
  email: `${textOf('email')} = :value`,
  name: 'label = :value',
};

/** Finds the records of one likeness along the index of an order: whatever their number, none other is read. */
export const alikeBy = (by: Alike['by']): string =>
  `SELECT * FROM records INDEXED BY ${indexOf(by)}
   WHERE resource = :resource AND ${likenesses[by]} AND judgement IS NOT 'hidden' LIMIT :most`;

/** Finds records that may be the one that a person is making: the same GUID, e-mail address or name. */
export function findAlike(db: ReadableDb, resource: Resource, values: Values): Alike[] {
  const sought = soughtIn(resource, values);
  const found = new Map<string, Alike>();
  for (const by of Object.keys(likenesses) as Alike['by'][]) {
    const rows = sought[by].flatMap((value) =>
      db.all(alikeBy(by), { resource: resource.name, value, most: MOST }),
    ) as RecordSql[];
    for (const row of rows) {
      const { id, local } = recordOf(row);
      if (!found.has(id)) found.set(id, { id, label: resource.label(local), values: local, by });
    }
  }
  return [...found.values()].slice(0, MOST);
}

/** What the index of each likeness may have; nothing of what the person has not given. */
function soughtIn(resource: Resource, values: Values): Readonly<Record<Alike['by'], readonly string[]>> {
  const given = (field: string): string => String(values[field] ?? '').trim();
  const hasBothNames = given('first_name') !== '' && given('last_name') !== '';
  const isGiven = (value: string): boolean => value !== '';
  return {
    remote_id: [given('remote_id').toLowerCase()].filter(isGiven),
    email: [...addressForms(given('email'))].filter(isGiven),
    name: hasBothNames ? [fold(resource.label(values)).trim()].filter(isGiven) : [],
  };
}
