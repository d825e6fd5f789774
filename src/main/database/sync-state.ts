import { z } from 'zod';
import { InboxPlace } from '#shared/model/inbox.ts';
import { BackUp } from '#shared/model/storage.ts';
import { ServiceTraits } from '#shared/model/service-traits.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { HeldEdit } from './held-edits.ts';

const schemas = {
  /** Where the next delta begins; one for each resource. */
  cursor: z.string(),
  /** How many writes the service has acknowledged: guards against a list computed before one of them. */
  ack_epoch: z.number(),
  /** When every row of the service had last been seen, ISO 8601. */
  last_complete_pull_at: z.string(),
  /** Since when a person works offline by choice, ISO 8601. */
  offline_since: z.string(),
  /** How many records vanished at once, while the app waits for a person to say what that means. */
  vanished: z.number(),
  /** A person said that the records which vanished are gone: each is asked for, and taken as missing where it is. */
  vanished_believed: z.boolean(),
  /** What the service was seen to do. */
  traits: ServiceTraits,
  /** The service went back to an older state: how many records with it, and when that was first seen, ISO 8601. */
  rewound: z.object({ records: z.number(), at: z.string() }),
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

/** The name of one thing that the sync remembers between rounds. */
export type StateName = keyof typeof schemas;
type StateValue<Name extends StateName> = z.infer<(typeof schemas)[Name]>;

/** Reads one remembered thing, or `undefined` when there is none. */
export function readState<Name extends StateName>(db: ReadableDb, name: Name): StateValue<Name> | undefined {
  const row = db.get('SELECT value FROM sync_state WHERE name = :name', { name }) as
    { value: string } | undefined;
  return row && (schemas[name].parse(JSON.parse(row.value)) as StateValue<Name>);
}

/** Remembers one thing, or forgets it with `undefined`. */
export function writeState<Name extends StateName>(
  db: WritableDb,
  name: Name,
  value: StateValue<Name> | undefined,
): void {
  if (value === undefined) db.run('DELETE FROM sync_state WHERE name = :name', { name });
  else {
    db.run(
      `INSERT INTO sync_state (name, value) VALUES (:name, :value)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
      { name, value: JSON.stringify(value) },
    );
  }
}

/** How many pieces of salvaged work wait for their record. */
export const countHeld = (db: ReadableDb): number => readState(db, 'held')?.length ?? 0;
