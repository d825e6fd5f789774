import type { ActKind, ActSummary, LeftWhy, TakenBack } from '#shared/model/act.ts';
import type { OperationId, RecordId } from '#shared/model/ids.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { listChangeSets, listStandingActs, putChangeSet, type ChangeSet } from '../database/change-sets.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import {
  addHistory,
  claimLines,
  lastLine,
  listLinesOf,
  listRecordsOf,
  markUndone,
} from '../database/history.ts';
import { readRecord } from '../database/records.ts';
import type { Clock } from '../ports.ts';
import { FIRST_SLICE, nextSlice } from './pace.ts';
import { takeBack } from './take-back.ts';

/** An act of a person: its id is made where the person acts, `at` is ISO 8601. */
export type PersonsAct = { readonly act: OperationId; readonly kind: ActKind; readonly at: string };

/**
 * Does a piece of work as an act of a person, in one transaction: what it writes into the history belongs to the act
 * and is taken back with it. A long act is done in several pieces under the same id; work that fails leaves nothing.
 */
export function asAct<Answer>(
  db: WritableDb,
  { work, ...act }: PersonsAct & { readonly work: () => Result<Answer> },
): Result<Answer> {
  return db.transaction(() => {
    const after = lastLine(db);
    const answer = work();
    if (answer.ok && claimLines(db, { after, changeSet: act.act }) > 0) {
      putChangeSet(db, { ...act, changeSet: act.act, isWhole: true });
    }
    return answer;
  });
}

/** The most records that an act changes in one transaction. */
export const AT_ONCE = 25;

type Wish = {
  readonly act: OperationId;
  readonly kind: 'undo' | 'redo';
  readonly clock: Clock;
  readonly newId: () => OperationId;
};

/**
 * Takes an act back, or does it again, by new edits, also after it was sent. A record that was changed since is left
 * alone and told. Many records are done in several transactions, each of which says what of the act is taken back:
 * after a crash between two of them, the same wish does the rest. Fails with `not-found`, and with `changed-meanwhile`
 * when the act is taken back, or done again, already.
 */
export async function turnAct(db: WritableDb, wish: Wish): Promise<Result<TakenBack>> {
  const turn = turnOf(db, wish);
  if (!turn.ok) return turn;
  const { clock } = wish;
  const done: RecordId[] = [];
  const left: TakenBack['left'][number][] = [];
  let after = '';
  let limit = FIRST_SLICE;
  for (;;) {
    const at = new Date(clock.now()).toISOString();
    const began = clock.monotonic();
    const step = db.transaction(() => turnSome(db, { ...turn.value, at, after, limit }));
    limit = nextSlice(limit, clock.monotonic() - began, AT_ONCE);
    done.push(...step.done);
    left.push(...step.left);
    if (step.last === undefined) return succeed({ done, left });
    after = step.last;
    await clock.sleep(0, new AbortController().signal);
  }
}

/** Which change set is to be taken back, by which one. */
type Turn = { readonly target: OperationId; readonly by: ChangeSet };

function turnOf(db: ReadableDb, wish: Wish): Result<Turn> {
  const { act, kind } = wish;
  const sets = listChangeSets(db, act);
  const last = sets.at(-1);
  if (!last) return fail({ code: 'not-found', id: act });
  const isBegun = last.kind === kind;
  const target = isBegun ? sets.at(-2) : last;
  if (!target || (isBegun && last.isWhole) || (kind === 'redo' && target.kind !== 'undo')) {
    return fail({ code: 'changed-meanwhile', fields: [] });
  }
  const by = isBegun ? last : { changeSet: wish.newId(), at: '', kind, act, isWhole: false };
  return succeed({ target: target.changeSet, by });
}

type Some = Turn & { readonly at: string; readonly after: string; readonly limit: number };
type Step = TakenBack & { readonly last: RecordId | undefined };

function turnSome(db: WritableDb, { target, by, at, after, limit }: Some): Step {
  const ids = listRecordsOf(db, { changeSet: target, after, limit });
  const done: RecordId[] = [];
  const left: TakenBack['left'][number][] = [];
  for (const id of ids) {
    const why = turnOne(db, { id, target, by, at });
    if (why === undefined) done.push(id);
    else left.push({ id, label: labelOf(db, id), why });
  }
  const last = ids.length < limit ? undefined : ids.at(-1);
  const isKnown = listChangeSets(db, by.act).some(({ changeSet }) => changeSet === by.changeSet);
  // One that did nothing is not written down: the act still stands.
  if (done.length > 0 || isKnown) putChangeSet(db, { ...by, at, isWhole: last === undefined });
  return { done, left, last };
}

function labelOf(db: ReadableDb, id: RecordId): string {
  const resource = resourceOf(id);
  return resource.label(readRecord(db, resource, id)?.local ?? {});
}

type One = Turn & { readonly id: RecordId; readonly at: string };

function turnOne(db: WritableDb, { id, target, by, at }: One): LeftWhy | undefined {
  const resource = resourceOf(id);
  const record = readRecord(db, resource, id);
  if (!record) return 'gone';
  const lines = listLinesOf(db, resource, { changeSet: target, id });
  const taken = takeBack(db, resource, { record, lines, kind: by.kind === 'redo' ? 'redo' : 'undo', at });
  if ('why' in taken) return taken.why;
  const entry = addHistory(db, resource, { ...taken, id, at, changeSet: by.changeSet });
  for (const line of lines) markUndone(db, { entry: line.entry, by: entry });
  return undefined;
}

/** The newest acts that stand, newest first, at most `limit`. */
export const listActs = (db: ReadableDb, limit: number): ActSummary[] =>
  listStandingActs(db, limit).map(({ id, ...act }) => ({ ...act, label: labelOf(db, id) }));
