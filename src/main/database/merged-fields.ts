import { valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import type { RecordState } from '#shared/model/record.ts';
import {
  MOST_COMPARED,
  type MergedField,
  type MergedSelection,
  type RecordSelection,
} from '#shared/model/selection.ts';
import { stateKind, type StateKind } from '#shared/model/state-kind.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb } from './handle.ts';
import { selectionCondition } from './selected-records.ts';

/** So many of the commonest values are named. */
const NAMED = 3;

/** Compares the selected records field by field, unless there are more than can be compared. */
export function mergeSelected(
  db: ReadableDb,
  resource: Resource,
  selection: RecordSelection,
): MergedSelection {
  const { sql, parameters } = selectionCondition(db, resource, { selection });
  const rows = db.all(`SELECT local, state FROM records WHERE ${sql} LIMIT :most`, {
    ...parameters,
    most: MOST_COMPARED + 1,
  }) as { local: string; state: RecordState }[];
  if (rows.length > MOST_COMPARED) return { kind: 'too-many' };
  const records = rows.map(({ local }) => JSON.parse(local) as Values);
  return {
    kind: 'compared',
    fields: Object.keys(resource.fields).map((field) => mergedField(field, records)),
    states: tally(rows.map(({ state }) => stateKind(state))),
  };
}

function mergedField(field: string, records: readonly Values[]): MergedField {
  const counts = new Map<FieldValue, number>();
  let empty = 0;
  for (const record of records) {
    const value = valueOf(record, field);
    if (value === null || value === '') empty += 1;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const commonest = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, NAMED)
    .map(([value, records]) => ({ value, records }));
  return { field, different: counts.size, empty, commonest };
}

function tally(kinds: readonly StateKind[]): Partial<Record<StateKind, number>> {
  const counts: Partial<Record<StateKind, number>> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
