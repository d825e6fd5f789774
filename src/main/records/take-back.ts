import type { LeftWhy } from '#shared/model/act.ts';
import { valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import type { Change } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { listAttempts, mayHaveBeenSent } from '../database/attempts.ts';
import { closeConflict, listConflicts, putConflict } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import type { HistoryLine, NewLine, Questions } from '../database/history.ts';
import { setAttention } from '../database/outbox.ts';
import type { StoredRecord } from '../database/records.ts';
import { givenUp, saveEdit, saveRecord } from '../database/settle-record.ts';
import { changeLocal } from './change-local.ts';
import { turnDuplicate } from './duplicate-question.ts';
import { turnSaying } from './judgement.ts';
import { turnApart } from './tell-apart.ts';
import { canUndo, isStillThere, isWithdrawn, revertibleChanges } from './record-detail.ts';

/** What an act did to a record, and when it is taken back, ISO 8601; `kind` is what the history will call that. */
export type Taking = {
  readonly record: StoredRecord;
  readonly lines: readonly HistoryLine[];
  readonly kind: 'undo' | 'redo';
  readonly at: string;
};

/** The line that the history gets for it, or why the record was left alone. */
export type Taken = Pick<NewLine, 'kind' | 'changes' | 'questions' | 'versions'> | { readonly why: LeftWhy };

type Joined = Taking & Pick<HistoryLine, 'changes' | 'questions'> & { readonly first: HistoryLine };

/**
 * Takes what an act did to one record back by a new edit. A record that was changed since is left alone; so is a
 * creation of which something may have been sent. A decision whose result was not sent is asked again, with its answers.
 * Call it inside a transaction.
 */
export function takeBack(db: WritableDb, resource: Resource, taking: Taking): Taken {
  const [first] = taking.lines;
  if (!first) return { why: 'changed' };
  const joined = { ...taking, first, changes: joinChanges(taking.lines), questions: questionsOf(taking) };
  if (taking.lines.some(({ kind }) => kind === 'create')) return withdraw(db, resource, joined);
  const said = turnSaid(db, resource, joined);
  if (said) return said;
  if (isWithdrawn(db, resource, taking.record) && first.changes.length === 0)
    return bringBack(db, resource, joined);
  if (joined.questions) {
    return first.kind === 'decision' ? askAgain(db, resource, joined) : answerAgain(db, resource, joined);
  }
  return revert(db, resource, joined);
}

/** Takes back, or says again, what was said of the record as a whole; `undefined` where its values are what was changed. */
function turnSaid(
  db: WritableDb,
  resource: Resource,
  { record, first: line, at }: Joined,
): Taken | undefined {
  const said = turnSaying(db, resource, { record, line, at });
  if (said) return 'why' in said ? said : { ...said, changes: [] };
  return turnDuplicate(db, resource, { record, line }) ?? turnApart(db, resource, { record, line });
}

const questionsOf = ({ lines }: Taking): Questions | undefined =>
  lines.length === 1 ? lines[0]?.questions : undefined;

/** What several lines made of each field, as if they were one. */
function joinChanges(lines: readonly HistoryLine[]): Change[] {
  const changes = new Map<string, Change>();
  for (const change of lines.flatMap((line) => line.changes)) {
    const before = changes.get(change.field)?.before;
    changes.set(change.field, before === undefined ? change : { ...change, before });
  }
  return [...changes.values()];
}

const swap = ({ field, before, after }: Change): Change => ({ field, before: after, after: before });

const withBefore = (local: Values, changes: readonly Change[]): Values => ({
  ...local,
  ...Object.fromEntries(changes.map(({ field, before }): [string, FieldValue] => [field, before])),
});

function revert(db: WritableDb, resource: Resource, joined: Joined): Taken {
  const { record, first, kind, at } = joined;
  const changes = revertibleChanges(resource, joined);
  if (!canUndo(resource, record, { ...first, changes })) return { why: 'changed' };
  const fields = changes.map(({ field }) => field);
  changeLocal(db, resource, { record, local: withBefore(record.local, changes), fields, at });
  return { kind, changes: changes.map(swap) };
}

function withdraw(db: WritableDb, resource: Resource, joined: Joined): Taken {
  const { record, at } = joined;
  if (record.base || mayHaveBeenSent(db, resource, record.id)) return { why: 'sent' };
  if (record.isMissing || !isStillThere(resource, record, joined)) return { why: 'changed' };
  setAttention(db, resource, { id: record.id, attention: undefined });
  saveRecord(db, resource, { record: givenUp(record), at });
  return { kind: 'undo', changes: [] };
}

function bringBack(db: WritableDb, resource: Resource, { record, at }: Joined): Taken {
  saveEdit(db, resource, { record: { ...record, isMissing: false, judgement: undefined }, at });
  const changes = Object.entries(record.local).filter(([, after]) => after !== null);
  return { kind: 'create', changes: changes.map(([field, after]) => ({ field, before: null, after })) };
}

/** Whether the version that was decided about is still the newest one, with nothing of the result sent. */
const isUnsent = (db: WritableDb, resource: Resource, { record, questions }: Joined): boolean =>
  record.base?.version === questions?.version && listAttempts(db, resource, record.id).length === 0;

function askAgain(db: WritableDb, resource: Resource, joined: Joined): Taken {
  const { record, questions, kind, at, changes } = joined;
  const open = listConflicts(db, resource, record.id).map(({ field }) => field);
  const conflicts = questions?.conflicts ?? [];
  if (!isUnsent(db, resource, joined) || conflicts.some(({ field }) => open.includes(field))) {
    return revert(db, resource, joined);
  }
  if (!isStillThere(resource, record, { changes })) return { why: 'changed' };
  for (const conflict of conflicts) putConflict(db, resource, { id: record.id, conflict });
  saveEdit(db, resource, { record: { ...record, local: withBefore(record.local, changes) }, at });
  return { kind, changes: changes.map(swap), questions };
}

function answerAgain(db: WritableDb, resource: Resource, joined: Joined): Taken {
  const { record, questions, at, changes } = joined;
  const open = listConflicts(db, resource, record.id);
  const asked = (questions?.conflicts ?? []).map(({ field }) => field);
  const isAsked = open.length === asked.length && open.every(({ field }) => asked.includes(field));
  const isSame = isUnsent(db, resource, joined) && isAsked;
  // Unlike any other line, one that changed nothing counts: the value that stood there may have been chosen.
  const isThere = changes.every(({ field, after }) => valueOf(record.local, field) === after);
  if (!isSame || !isThere) return { why: 'changed' };
  for (const { field } of open) closeConflict(db, resource, { id: record.id, field });
  saveEdit(db, resource, { record: { ...record, local: withBefore(record.local, changes) }, at });
  const versions = open.map(({ field, base, remote }) => ({
    field,
    base,
    local: valueOf(record.local, field),
    remote,
  }));
  return { kind: 'decision', changes: changes.map(swap), questions, versions };
}
