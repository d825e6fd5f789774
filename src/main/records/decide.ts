import type { ChooseField, Choice, DecisionVersion } from '#shared/model/decision.ts';
import { fits, valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { closeConflict, listConflicts, putConflict, type OpenConflict } from '../database/conflicts.ts';
import { appendToLog, type FieldVersions } from '../database/decision-log.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import { readRecord, type Base, type StoredRecord } from '../database/records.ts';
import { saveEdit } from '../database/settle-record.ts';

/** A record whose conflict is open in the version that a person was shown. */
export type Shown = {
  readonly record: StoredRecord & { readonly base: Base };
  readonly conflicts: readonly OpenConflict[];
};

/** Finds the open conflict of a version; `stale-decision` when it is decided or the service has moved on. */
export function findShown(
  db: ReadableDb,
  resource: Resource,
  { id, version }: DecisionVersion,
): Result<Shown> {
  const record = readRecord(db, resource, id);
  const conflicts = listConflicts(db, resource, id);
  const base = record?.base;
  if (!base || base.version !== version || conflicts.length === 0)
    return fail({ code: 'stale-decision', id });
  return succeed({ record: { ...record, base }, conflicts });
}

/**
 * Keeps a person's answer for one field, or takes it back; it survives a restart. Fails with `stale-decision` when
 * the version shown is not the newest, with `invalid-input` when the field cannot hold the value.
 */
export function chooseField(
  db: WritableDb,
  resource: Resource,
  input: ChooseField & { readonly at: string },
): Result<undefined> {
  return db.transaction(() => {
    const shown = findShown(db, resource, input);
    if (!shown.ok) return shown;
    const conflict = shown.value.conflicts.find(({ field }) => field === input.field);
    if (!conflict) return fail({ code: 'stale-decision', id: input.id });
    const kind = resource.fields[input.field];
    if (input.choice?.side === 'other' && (kind === undefined || !fits(kind, input.choice.value))) {
      return fail({ code: 'invalid-input', issues: [`The field ${input.field} cannot hold this value.`] });
    }
    putConflict(db, resource, { id: input.id, conflict: { ...conflict, choice: input.choice } });
    logChoice(db, resource, { shown: shown.value, conflict, input });
    return succeed(undefined);
  });
}

type Chosen = {
  readonly shown: Shown;
  readonly conflict: OpenConflict;
  readonly input: ChooseField & { readonly at: string };
};

function logChoice(db: WritableDb, resource: Resource, { shown, conflict, input }: Chosen): void {
  appendToLog(db, resource, {
    id: input.id,
    at: input.at,
    kind: 'choice',
    changes: [],
    versions: [versionOf(shown, conflict)],
    note: input.choice?.side ?? 'taken back',
  });
}

const versionOf = ({ record }: Shown, { field, base, remote }: OpenConflict): FieldVersions => ({
  field,
  base,
  local: valueOf(record.local, field),
  remote,
});

/** The three versions of every field that was asked about, for the decision log. */
export const versionsOf = (shown: Shown): FieldVersions[] =>
  shown.conflicts.map((conflict) => versionOf(shown, conflict));

/** The value that a choice stands for. */
export function chosenValue(local: FieldValue, remote: FieldValue, choice: Choice): FieldValue {
  if (choice.side === 'other') return choice.value;
  return choice.side === 'yours' ? local : remote;
}

/** The record as the choices make it; fields without a choice keep the local value. */
export function resultOf({ record, conflicts }: Shown): Values {
  const chosen = conflicts.map(({ field, remote, choice }): [string, FieldValue] => {
    const local = valueOf(record.local, field);
    return [field, choice ? chosenValue(local, remote, choice) : local];
  });
  return { ...record.local, ...Object.fromEntries(chosen) };
}

/**
 * Closes a conflict whose every field has an answer: the result becomes an ordinary edit that goes out with the token
 * of the version shown, so that a newer edit of a colleague is never overwritten unseen. Fails with `stale-decision`
 * and `not-decided`.
 */
export function saveDecision(
  db: WritableDb,
  resource: Resource,
  { version, at }: { version: DecisionVersion; at: string },
): Result<undefined> {
  return db.transaction(() => {
    const shown = findShown(db, resource, version);
    if (!shown.ok) return shown;
    const { record, conflicts } = shown.value;
    const open = conflicts.filter(({ choice }) => choice === undefined).map(({ field }) => field);
    if (open.length > 0) return fail({ code: 'not-decided', fields: open });
    const local = resultOf(shown.value);
    closeAll(db, resource, shown.value);
    addHistory(db, resource, {
      id: record.id,
      at,
      kind: 'decision',
      changes: conflicts.map(({ field }) => ({
        field,
        before: valueOf(record.local, field),
        after: valueOf(local, field),
      })),
      versions: versionsOf(shown.value),
      questions: { version: record.base.version, conflicts },
    });
    saveEdit(db, resource, { record: { ...record, local }, at });
    return succeed(undefined);
  });
}

/** Closes every open conflict of a record. */
export function closeAll(db: WritableDb, resource: Resource, { record, conflicts }: Shown): void {
  for (const { field } of conflicts) closeConflict(db, resource, { id: record.id, field });
}
