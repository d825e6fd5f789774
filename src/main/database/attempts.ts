import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/**
 * One payload that was sent under the current token. `sending`: no answer yet; `unknown`: there will be none;
 * `checked`: the service was asked after it and still had the old version, but the payload may land late.
 */
export type Attempt = {
  readonly attempt: string;
  readonly kind: 'create' | 'update' | 'overwrite';
  readonly payload: Values;
  readonly seq: number;
  readonly sentAt: string;
  readonly outcome: 'sending' | 'unknown' | 'checked';
  /** How many records had come from the service when it was written down. */
  readonly arrivals: number;
};

type AttemptSql = Omit<Attempt, 'payload' | 'sentAt'> & {
  readonly payload: string;
  readonly sent_at: string;
};

/** Every payload that may have landed under the record's current token, oldest first. */
export function listAttempts(db: ReadableDb, resource: Resource, id: RecordId): Attempt[] {
  const rows = db.all(
    `SELECT attempt, kind, payload, seq, sent_at, outcome, arrivals FROM attempts
     WHERE resource = :resource AND id = :id ORDER BY sent_at, seq`,
    { resource: resource.name, id },
  ) as AttemptSql[];
  return rows.map(({ payload, sent_at, ...row }) => ({
    ...row,
    payload: JSON.parse(payload) as Values,
    sentAt: sent_at,
  }));
}

/** Whether a payload of the record is under way or its outcome is unknown. */
export const hasAttempt = (db: ReadableDb, resource: Resource, id: RecordId): boolean =>
  db.get(
    `SELECT 1 FROM attempts WHERE resource = :resource AND id = :id AND outcome IN ('sending', 'unknown') LIMIT 1`,
    { resource: resource.name, id },
  ) !== undefined;

/** Whether anything of the record may have reached the service, now or ever. */
export const mayHaveBeenSent = (db: ReadableDb, resource: Resource, id: RecordId): boolean =>
  db.get(
    `SELECT 1 FROM attempts WHERE resource = :resource AND id = :id
     UNION ALL SELECT 1 FROM strays WHERE resource = :resource AND id = :id LIMIT 1`,
    { resource: resource.name, id },
  ) !== undefined;

/** Writes an attempt down; committed before its request leaves. */
export function addAttempt(
  db: WritableDb,
  resource: Resource,
  { id, ...attempt }: Omit<Attempt, 'outcome'> & { readonly id: RecordId },
): void {
  db.run(
    `INSERT INTO attempts (attempt, resource, id, kind, payload, seq, sent_at, outcome, arrivals)
     VALUES (:attempt, :resource, :id, :kind, :payload, :seq, :sentAt, 'sending', :arrivals)`,
    {
      attempt: attempt.attempt,
      resource: resource.name,
      id,
      kind: attempt.kind,
      payload: JSON.stringify(attempt.payload),
      seq: attempt.seq,
      sentAt: attempt.sentAt,
      arrivals: attempt.arrivals,
    },
  );
}

/** Says what is known now of one attempt. */
export function markAttempt(db: WritableDb, attempt: string, outcome: Attempt['outcome']): void {
  db.run('UPDATE attempts SET outcome = :outcome WHERE attempt = :attempt', { attempt, outcome });
}

/** Says of every unknown attempt of a record that the service was asked after it. */
export function markChecked(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run(
    `UPDATE attempts SET outcome = 'checked' WHERE resource = :resource AND id = :id AND outcome = 'unknown'`,
    { resource: resource.name, id },
  );
}

/** Forgets one attempt that certainly did not land. */
export function removeAttempt(db: WritableDb, attempt: string): void {
  db.run('DELETE FROM attempts WHERE attempt = :attempt', { attempt });
}

/** Forgets every attempt of a record: its token changed, so that none of them can land any more. */
export function clearAttempts(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run('DELETE FROM attempts WHERE resource = :resource AND id = :id', { resource: resource.name, id });
}

/** The records with an attempt that a crash left under way. */
export const listInterrupted = (db: ReadableDb, resource: Resource): RecordId[] =>
  (
    db.all(`SELECT DISTINCT id FROM attempts WHERE resource = :resource AND outcome = 'sending'`, {
      resource: resource.name,
    }) as { id: RecordId }[]
  ).map(({ id }) => id);

/** Turns every attempt that a crash left under way into one of unknown outcome. */
export function markInterrupted(db: WritableDb, resource: Resource): void {
  db.run(`UPDATE attempts SET outcome = 'unknown' WHERE resource = :resource AND outcome = 'sending'`, {
    resource: resource.name,
  });
}

/** Lets one attempt be looked for among the records that came after so many others. */
export function setArrivals(
  db: WritableDb,
  { attempt, arrivals }: { readonly attempt: string; readonly arrivals: number },
): void {
  db.run('UPDATE attempts SET arrivals = :arrivals WHERE attempt = :attempt', { arrivals, attempt });
}

/** Lets a creation be looked for only among the records that come after so many others. */
export function askOnlyAfter(
  db: WritableDb,
  resource: Resource,
  { id, arrivals }: { id: RecordId; arrivals: number },
): void {
  db.run('UPDATE attempts SET arrivals = :arrivals WHERE resource = :resource AND id = :id', {
    arrivals,
    resource: resource.name,
    id,
  });
}
