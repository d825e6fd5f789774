import { z } from 'zod';
import { InboxPlace } from '#shared/model/inbox.ts';
import { BackUp } from '#shared/model/storage.ts';
import { ServiceTraits } from '#shared/model/service-traits.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { HeldEdit } from './held-edits.ts';

/** What is remembered of the whole copy. */
const schemas = {
  /** Since when a person works offline by choice, ISO 8601. */
  offline_since: z.string(),
  /** Whose copy this is: an outbox is never sent to another service or as another account. */
  owner: z.object({ address: z.string(), account: z.number() }),
  /** Unsent work that was salvaged without its record: it waits here until the record comes. */
  held: z.array(HeldEdit),
  /** Work of that kind that a person discarded, for as long as it can be taken back. */
  held_discarded: z.array(HeldEdit),
  /** The salvaged copies whose work is in this copy, by their digests. */
  put_back: z.array(z.string()),
  /** Where a person is in the decisions. */
  inbox_place: InboxPlace,
  /** In a salvaged copy: the digest of everything that was found. */
  digest: z.string(),
  /** In a back-up, and in a copy that was made from one: what the back-up says of itself. */
  back_up: BackUp,
} as const;

/** What is remembered of each resource. */
const resourceSchemas = {
  /** Where the next delta begins. */
  cursor: z.string(),
  /** How many writes the service has acknowledged: guards against a list computed before one of them. */
  ack_epoch: z.number(),
  /** When every row of the service had last been seen, ISO 8601. */
  last_complete_pull_at: z.string(),
  /** How many records vanished at once, while the app waits for a person to say what that means. */
  vanished: z.number(),
  /** A person said that the records which vanished are gone: each is asked for, and taken as missing where it is. */
  vanished_believed: z.boolean(),
  /** What the service was seen to do. */
  traits: ServiceTraits,
  /** Whether the service has this resource; not known before it was asked. */
  is_offered: z.boolean(),
  /** The service went back to an older state: how many records with it, and when that was first seen, ISO 8601. */
  rewound: z.object({ records: z.number(), at: z.string() }),
} as const;

/** The name of one thing that is remembered of the whole copy. */
type StateName = keyof typeof schemas;
type StateValue<Name extends StateName> = z.infer<(typeof schemas)[Name]>;

/** The name of one thing that is remembered of a resource. */
type ResourceStateName = keyof typeof resourceSchemas;
type ResourceStateValue<Name extends ResourceStateName> = z.infer<(typeof resourceSchemas)[Name]>;

/** Reads one remembered thing, or `undefined` when there is none. */
export const readState = <Name extends StateName>(db: ReadableDb, name: Name): StateValue<Name> | undefined =>
  read(db, name, schemas[name]) as StateValue<Name> | undefined;

/** Remembers one thing, or forgets it with `undefined`. */
export function writeState<Name extends StateName>(
  db: WritableDb,
  name: Name,
  value: StateValue<Name> | undefined,
): void {
  write(db, name, value);
}

/** Reads one remembered thing of a resource, or `undefined` when there is none. */
export const readResourceState = <Name extends ResourceStateName>(
  db: ReadableDb,
  resource: Resource,
  name: Name,
): ResourceStateValue<Name> | undefined =>
  read(db, keyOf(resource, name), resourceSchemas[name]) as ResourceStateValue<Name> | undefined;

/** Remembers one thing of a resource, or forgets it with `undefined`. */
export function writeResourceState<Name extends ResourceStateName>(
  db: WritableDb,
  resource: Resource,
  ...[name, value]: [name: Name, value: ResourceStateValue<Name> | undefined]
): void {
  write(db, keyOf(resource, name), value);
}

const keyOf = ({ name }: Resource, state: ResourceStateName): string => `${name}.${state}`;

function read(db: ReadableDb, key: string, schema: z.ZodType): unknown {
  const row = db.get('SELECT value FROM sync_state WHERE name = :key', { key }) as
    { value: string } | undefined;
  return row && schema.parse(JSON.parse(row.value));
}

function write(db: WritableDb, key: string, value: unknown): void {
  if (value === undefined) db.run('DELETE FROM sync_state WHERE name = :key', { key });
  else {
    db.run(
      `INSERT INTO sync_state (name, value) VALUES (:key, :value)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
      { key, value: JSON.stringify(value) },
    );
  }
}

/** How many pieces of salvaged work wait for their record. */
export const countHeld = (db: ReadableDb): number => readState(db, 'held')?.length ?? 0;
