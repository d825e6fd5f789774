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
import { resourceOf } from '#shared/resources/resources.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { readRecord } from '../database/records.ts';
import { chooseField, saveDecision } from './decide.ts';
import { readDecision } from './decisions.ts';
import { listEntries } from './inbox-entries.ts';

/** How many fields a preview shows; it counts them all. */
const SHOWN = 50;

/** A record as a preview showed it: the service's version and the edit here that its answer is about. */
type Shown = {
  readonly id: RecordId;
  readonly version: number;
  readonly seq: number;
  readonly fields: readonly string[];
};

/** What the newest preview was of. It is kept here, so that an answer is about what was shown and nothing else. */
export class CommonAnswers {
  #preview = '';
  #shown: readonly Shown[] = [];

  /**
   * Looks at what is selected. A record takes part when all its open fields are selected; an answer that was given
   * already stands, and a record that has them all is not counted. `name` is a new one for each preview.
   */
  preview(db: ReadableDb, { scope, name }: { scope: InboxScope; name: string }): CommonPreview {
    const shown: Shown[] = [];
    const fields: CommonField[] = [];
    const leftOut: CommonField[] = [];
    let recordsLeftOut = 0;
    for (const [id, selected] of selectedFields(db, scope)) {
      const resource = resourceOf(id);
      const decision = readDecision(db, resource, id);
      const record = readRecord(db, resource, id);
      if (!decision || !record) continue;
      const open = decision.fields.filter(({ choice }) => choice === undefined).map(({ field }) => field);
      const mine = open.filter((field) => selected.has(field));
      if (mine.length === 0) continue;
      const alsoOpen = open.filter((field) => !selected.has(field));
      const lines = linesOf(decision, { fields: mine, alsoOpen });
      if (alsoOpen.length > 0) {
        recordsLeftOut += 1;
        if (leftOut.length < SHOWN) leftOut.push(...lines);
        continue;
      }
      shown.push({ id, version: decision.version, seq: record.seq, fields: mine });
      if (fields.length < SHOWN) fields.push(...lines);
    }
    this.#preview = name;
    this.#shown = shown;
    return { preview: this.#preview, fields, records: shown.length, leftOut, recordsLeftOut };
  }

  /**
   * Gives every record of the preview the same answer and saves its result, in one transaction. A record that changed
   * since is left alone and told. Fails with `stale-decision` when another preview was made meanwhile.
   */
  answer(
    db: WritableDb,
    { given, at }: { given: CommonAnswer; at: string },
  ): Result<CommonOutcome & { readonly ids: readonly RecordId[] }> {
    if (given.preview !== this.#preview) return fail({ code: 'stale-decision', id: given.preview });
    const meant = this.#shown.filter(({ id }) => !given.except.includes(id));
    return db.transaction(() => {
      const ids: RecordId[] = [];
      const refused: CommonOutcome['refused'][number][] = [];
      for (const one of meant) {
        if (answerOne(db, { one, given, at })) ids.push(one.id);
        else refused.push({ id: one.id, label: labelOf(db, one.id) });
      }
      return succeed({ ids, saved: ids.length, refused });
    });
  }
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

type One = { readonly one: Shown; readonly given: CommonAnswer; readonly at: string };

/** Answers one record, if it is as it was shown; says whether it did. */
function answerOne(db: WritableDb, { one, given, at }: One): boolean {
  const { id, version, fields } = one;
  const resource = resourceOf(id);
  const decision = readDecision(db, resource, id);
  const open = decision?.fields.filter(({ choice }) => choice === undefined).map(({ field }) => field) ?? [];
  const isAsShown = readRecord(db, resource, id)?.seq === one.seq && open.join() === fields.join();
  if (!isAsShown || decision?.version !== version) return false;
  const choice = { side: given.side };
  for (const field of fields) must(chooseField(db, resource, { id, version, field, choice, at }));
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
