import type {
  CommonAnswer,
  CommonField,
  CommonOutcome,
  CommonPreview,
  InboxScope,
  Member,
} from '#shared/model/inbox.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { assert } from '#shared/assert.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { readRecord } from '../database/records.ts';
import type { BulkDesk, Heard } from './bulk-desk.ts';
import { asAct, AT_ONCE } from './change-set.ts';
import { chooseField, saveDecision } from './decide.ts';
import { readDecision } from './decisions.ts';
import { listEntries } from './inbox-entries.ts';
import { inSlices, READ_AT_ONCE } from './pace.ts';

/** How many fields a preview shows; it counts them all. */
const SHOWN = 50;

/** A record as a preview showed it: the service's version and the edit here that its answer is about. */
type Shown = {
  readonly id: RecordId;
  readonly version: number;
  readonly seq: number;
  readonly fields: readonly string[];
};

type Plan = { readonly preview: string; readonly db: WritableDb; readonly shown: readonly Shown[] };

/** Where the same answer is previewed and given. */
export type AnswerDesk = Pick<BulkDesk, 'db' | 'ports' | 'isOpen'>;

/** What the newest preview was of. It is kept here, so that an answer is about what was shown and nothing else. */
export class CommonAnswers {
  #newest = '';
  #plan: Plan | undefined;

  /**
   * Looks at what is selected, in short steps. A record takes part when all its open fields are selected; an answer that was
   * given already stands, and a record that has them all is not counted. Fails with `stale-decision` when another
   * preview was asked for meanwhile, and with `not-connected`.
   */
  async preview(desk: AnswerDesk, scope: InboxScope): Promise<Result<CommonPreview>> {
    const { db, ports } = desk;
    const preview = ports.newId();
    this.#newest = preview;
    this.#plan = undefined;
    const looked: Looked = { shown: [], fields: [], leftOut: [], recordsLeftOut: 0 };
    await inSlices(ports.clock, {
      pieces: [...selectedFields(db, scope)],
      largest: READ_AT_ONCE,
      isWanted: () => desk.isOpen() && this.#newest === preview,
      work: (some) => {
        for (const [id, selected] of some) look(db, { id, selected, looked });
      },
    });
    if (!desk.isOpen()) return fail({ code: 'not-connected' });
    if (this.#newest !== preview) return fail({ code: 'stale-decision', id: preview });
    const { shown, ...told } = looked;
    this.#plan = { preview, db, shown };
    return succeed({ preview, records: shown.length, ...told });
  }

  /**
   * Gives every record of the preview the same answer and saves its result as one act of a person, in as many short
   * transactions as it takes. A record that changed since is left alone and told. `done` fills while it goes on, so that
   * what was done is known whatever happens. Fails with `stale-decision` when that preview is not the newest one, and
   * with `not-connected` when the copy is closed under it: what was answered by then stands, as it does after a crash.
   */
  async answer(
    desk: AnswerDesk,
    given: CommonAnswer,
    { done, onProgress }: Heard,
  ): Promise<Result<CommonOutcome>> {
    const plan = this.#plan;
    if (plan?.preview !== given.preview || plan.db !== desk.db)
      return fail({ code: 'stale-decision', id: given.preview });
    // What was answered is not answered again.
    this.#plan = undefined;
    const meant = plan.shown.filter(({ id }) => !given.except.includes(id));
    const refused: CommonOutcome['refused'][number][] = [];
    const isWhole = await inSlices(desk.ports.clock, {
      pieces: meant,
      largest: AT_ONCE,
      isWanted: desk.isOpen,
      work: (some, upTo) => {
        const step = answerSome(desk, { given, some });
        done.push(...step.done);
        refused.push(...step.refused);
        onProgress({ done: upTo, total: meant.length });
      },
    });
    return isWhole ? succeed({ saved: done.length, refused }) : fail({ code: 'not-connected' });
  }
}

type Looked = {
  readonly shown: Shown[];
  readonly fields: CommonField[];
  readonly leftOut: CommonField[];
  recordsLeftOut: number;
};

type One = { readonly id: RecordId; readonly selected: ReadonlySet<string>; readonly looked: Looked };

/** Counts a record where it belongs, if any of its selected fields has no answer yet. */
function look(db: ReadableDb, { id, selected, looked }: One): void {
  const resource = resourceOf(id);
  const decision = readDecision(db, resource, id);
  const record = readRecord(db, resource, id);
  if (!decision || !record) return;
  const open = decision.fields.filter(({ choice }) => choice === undefined).map(({ field }) => field);
  const fields = open.filter((field) => selected.has(field));
  if (fields.length === 0) return;
  const alsoOpen = open.filter((field) => !selected.has(field));
  const lines = linesOf(decision, { fields, alsoOpen });
  if (alsoOpen.length > 0) {
    looked.recordsLeftOut += 1;
    if (looked.leftOut.length < SHOWN) looked.leftOut.push(...lines);
    return;
  }
  looked.shown.push({ id, version: decision.version, seq: record.seq, fields });
  if (looked.fields.length < SHOWN) looked.fields.push(...lines);
}

const nameOf = ({ id, group }: Member): string => `${id}\n${group ?? ''}`;

/** Says of every entry whether it is selected. */
function selector({ isAll, groups, more, less }: InboxScope): (member: Member) => boolean {
  const whole = new Set(groups);
  const [wanted, unwanted] = [new Set(more.map(nameOf)), new Set(less.map(nameOf))];
  return (member) => {
    const isWhole = isAll || (member.group !== undefined && whole.has(member.group));
    return isWhole ? !unwanted.has(nameOf(member)) : wanted.has(nameOf(member));
  };
}

/** The selected fields of every selected record. */
function selectedFields(db: ReadableDb, scope: InboxScope): Map<RecordId, Set<string>> {
  const isSelected = selector(scope);
  const selected = new Map<RecordId, Set<string>>();
  for (const entry of listEntries(db, scope.grouping)) {
    if (entry.kind === 'group' || !isSelected(entry)) continue;
    const fields = selected.get(entry.id) ?? new Set();
    for (const { field } of entry.open) fields.add(field);
    selected.set(entry.id, fields);
  }
  return selected;
}

const linesOf = (
  decision: Decision,
  { fields, alsoOpen }: { fields: readonly string[]; alsoOpen: readonly string[] },
): CommonField[] =>
  decision.fields
    .filter(({ field }) => fields.includes(field))
    .map(({ field, base, local, remote }) => ({
      id: decision.id,
      label: decision.label,
      field,
      base,
      yours: local,
      server: remote,
      alsoOpen,
    }));

type Step = { readonly given: CommonAnswer; readonly some: readonly Shown[] };
type Answered = { readonly done: readonly RecordId[]; readonly refused: CommonOutcome['refused'] };

function answerSome({ db, ports }: AnswerDesk, { given, some }: Step): Answered {
  const at = new Date(ports.clock.now()).toISOString();
  const work = (): Result<Answered> => {
    const done: RecordId[] = [];
    const refused: CommonOutcome['refused'][number][] = [];
    for (const one of some) {
      if (answerOne(db, { one, side: given.side, at })) done.push(one.id);
      else refused.push({ id: one.id, label: labelOf(db, one.id) });
    }
    return succeed({ done, refused });
  };
  const step = asAct(db, { act: given.act, kind: 'decide', at, work });
  assert(step.ok, 'Work that only succeeds has failed.');
  return step.value;
}

type Answer = { readonly one: Shown; readonly side: CommonAnswer['side']; readonly at: string };

/** Answers one record, if it is as it was shown; says whether it did. */
function answerOne(db: WritableDb, { one, side, at }: Answer): boolean {
  const { id, version, fields } = one;
  const resource = resourceOf(id);
  const decision = readDecision(db, resource, id);
  const open = decision?.fields.filter(({ choice }) => choice === undefined).map(({ field }) => field) ?? [];
  const isAsShown = readRecord(db, resource, id)?.seq === one.seq && open.join() === fields.join();
  if (!isAsShown || decision?.version !== version) return false;
  for (const field of fields) must(chooseField(db, resource, { id, version, field, choice: { side }, at }));
  must(saveDecision(db, resource, { version: { id, version }, at }));
  return true;
}

/** What was looked at in the same transaction cannot be stale. */
function must(done: Result<undefined>): void {
  if (!done.ok) throw new Error(`A decision was refused that nothing had changed: ${done.failure.code}.`);
}

function labelOf(db: ReadableDb, id: RecordId): string {
  const resource = resourceOf(id);
  return resource.label(readRecord(db, resource, id)?.local ?? {});
}
