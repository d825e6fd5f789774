import { sameMeaning, valueOf, type Values } from '#shared/model/field.ts';
import { fold } from '#shared/model/fold.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Lookalike } from '#shared/model/lookalike.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { listPossibleDuplicates } from './duplicates.ts';
import type { ReadableDb } from './handle.ts';
import { textOf } from './record-order.ts';
import { readRecord, recordOf, type RecordSql } from './records.ts';
import { addressForms } from './address-forms.ts';
import { listToldApart } from './told-apart.ts';

/** The most records that are named as looking like one. */
const MOST = 5;

/** The most records of one name that are looked at: a name that more people have says nothing of any two of them. */
const MOST_OF_A_NAME = 100;

/** Finds records by the beginning of their e-mail address, along its index. */
export const BY_EMAIL = `SELECT * FROM records INDEXED BY records_by_email
   WHERE resource = :resource AND ${textOf('email')} >= :value AND ${textOf('email')} < :end AND is_missing = 0
   LIMIT :most`;

/** Finds records by their folded name, along its index. */
export const BY_NAME = `SELECT * FROM records INDEXED BY records_by_name
   WHERE resource = :resource AND label = :value AND is_missing = 0 LIMIT :most`;

type Found = { readonly id: RecordId; readonly local: Values };

/**
 * The other records on this laptop that look like the same person, the surest first: those with the same e-mail address,
 * and those with the same first and last name, unless both have an e-mail address and a GUID of their own or more than
 * five others have the name. Records that a person told apart, is asked about, or that the service no longer has, are none.
 */
export function listLookalikes(db: ReadableDb, resource: Resource, id: RecordId): Lookalike[] {
  const record = readRecord(db, resource, id);
  if (!record || record.isMissing) return [];
  const out = new Set([id, ...listToldApart(db, resource, id), ...listPossibleDuplicates(db, resource, id)]);
  const isIn = (found: Found): boolean => !out.has(found.id);
  const name = nameOf(resource, record.local);
  const byEmail = findByEmail(db, resource, record.local).filter(isIn);
  const known = new Set(byEmail.map((found) => found.id));
  const byName = findByName(db, resource, { local: record.local, name }).filter(
    (found) => isIn(found) && !known.has(found.id),
  );
  const hasName = (found: Found): boolean => name !== '' && nameOf(resource, found.local) === name;
  return [
    ...byEmail.filter(hasName).map(as('email-and-name')),
    ...byEmail.filter((found) => !hasName(found)).map(as('email')),
    ...(byName.length > MOST ? [] : byName).map(as('name')),
  ].slice(0, MOST);
}

const as =
  (by: Lookalike['by']) =>
  ({ id, local }: Found): Lookalike => ({ id, values: local, by });

/** The folded name of who has both a first and a last one; empty for others. */
function nameOf(resource: Resource, local: Values): string {
  const given = (field: string): string => String(valueOf(local, field) ?? '').trim();
  return given('first_name') !== '' && given('last_name') !== '' ? fold(resource.label(local)).trim() : '';
}

function findByEmail(db: ReadableDb, resource: Resource, local: Values): Found[] {
  const email = String(valueOf(local, 'email') ?? '').trim();
  if (email === '') return [];
  const found = new Map<RecordId, Found>();
  for (const value of addressForms(email)) {
    // From the address itself to where something else than a blank follows it.
    const range = { value, end: `${value}!`, most: MOST_OF_A_NAME };
    for (const one of find(db, resource, { sql: BY_EMAIL, ...range })) {
      if (sameMeaning('email', one.local['email'], email)) found.set(one.id, one);
    }
  }
  return [...found.values()];
}

function findByName(
  db: ReadableDb,
  resource: Resource,
  { local, name }: { readonly local: Values; readonly name: string },
): Found[] {
  if (name === '') return [];
  const found = find(db, resource, { sql: BY_NAME, value: name, most: MOST_OF_A_NAME });
  if (found.length === MOST_OF_A_NAME) return [];
  return found.filter((one) => nameOf(resource, one.local) === name && !areTwo(resource, local, one.local));
}

/** Whether an e-mail address and a GUID, which both have, say that two of one name are two. */
function areTwo({ fields }: Resource, one: Values, other: Values): boolean {
  return ['email', 'remote_id'].every((field) => {
    const kind = fields[field] ?? 'text';
    const isIn = (values: Values): boolean => !sameMeaning(kind, values[field], null);
    return isIn(one) && isIn(other) && !sameMeaning(kind, one[field], other[field]);
  });
}

type Search = { readonly sql: string; readonly value: string; readonly end?: string; readonly most: number };

const find = (db: ReadableDb, resource: Resource, { sql, ...sought }: Search): Found[] =>
  (db.all(sql, { resource: resource.name, ...sought }) as RecordSql[]).map((row) => {
    const { id, local } = recordOf(row);
    return { id, local };
  });
