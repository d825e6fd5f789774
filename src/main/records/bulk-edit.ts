import { fits, parseReference, valueOf, type FieldKind, type FieldValue } from '#shared/model/field.ts';
import type {
  BulkEdit,
  BulkLeft,
  BulkLeftWhy,
  BulkOrder,
  BulkPreview,
  BulkReport,
} from '#shared/model/bulk-edit.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { assert } from '#shared/assert.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { currentId } from '../database/aliases.ts';
import { listConflicts } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import { readRecord } from '../database/records.ts';
import { listSelected, type SelectedRecord } from '../database/selected-records.ts';
import type { BulkDesk, Heard } from './bulk-desk.ts';
import { asAct, AT_ONCE } from './change-set.ts';
import { editRecord } from './edit-record.ts';
import { inSlices, READ_AT_ONCE } from './pace.ts';

/** How many records a preview and a report name; they count them all. */
const NAMED = 50;

/** A record that a preview said would change, with the value that it showed. */
type Meant = { readonly id: RecordId; readonly seen: FieldValue };

type Plan = Pick<BulkOrder, 'field' | 'value'> & {
  readonly preview: string;
  readonly db: WritableDb;
  readonly kind: FieldKind;
  readonly meant: readonly Meant[];
};

type Tally = { -readonly [Part in keyof Omit<BulkPreview, 'preview'>]: BulkPreview[Part] } & {
  readonly first: BulkPreview['first'][number][];
  readonly left: BulkLeft[];
};

/** What the newest preview was of. It is kept here, so that an edit does what was shown and nothing else. */
export class BulkEdits {
  #newest = '';
  #plan: Plan | undefined;

  /**
   * Looks at what the same value for one field of a selection would change, in short steps. Fails with `invalid-input`,
   * with `stale-decision` when another preview was asked for meanwhile, and with `not-connected`.
   */
  async preview(desk: BulkDesk, order: BulkOrder): Promise<Result<BulkPreview>> {
    const { db, resource, ports } = desk;
    const { field, value } = order;
    const kind = resource.fields[field];
    if (kind === undefined || !fits(kind, value)) {
      return fail({ code: 'invalid-input', issues: [`The field ${field} cannot hold this.`] });
    }
    const preview = ports.newId();
    this.#newest = preview;
    this.#plan = undefined;
    const meant: Meant[] = [];
    const tally: Tally = { changes: 0, same: 0, decision: 0, missing: 0, first: [], left: [] };
    for (let after = ''; ;) {
      const page = listSelected(db, resource, { ...order, after, limit: READ_AT_ONCE });
      for (const record of page) meant.push(...look(resource, { record, kind, order, tally }));
      const last = page.at(-1);
      if (!last || page.length < READ_AT_ONCE) break;
      after = last.id;
      await ports.clock.sleep(0, new AbortController().signal);
      if (!desk.isOpen()) return fail({ code: 'not-connected' });
      if (this.#newest !== preview) return fail({ code: 'stale-decision', id: preview });
    }
    this.#plan = { preview, db, field, value, kind, meant };
    return succeed({ preview, ...tally });
  }

  /**
   * Does what a preview showed as one act of a person, at most 25 records a transaction. A record that has another value than was
   * shown is left alone and told. `done` fills while it goes on, so that what was done is known whatever happens. Fails
   * with `stale-decision` when that preview is not the newest one, and with `not-connected` when the copy is closed
   * under it: what was done by then stands.
   */
  async run(
    desk: BulkDesk,
    { act, preview }: BulkEdit,
    { done, onProgress }: Heard,
  ): Promise<Result<BulkReport>> {
    const plan = this.#plan;
    if (plan?.preview !== preview || plan.db !== desk.db)
      return fail({ code: 'stale-decision', id: preview });
    // What was done is not done again.
    this.#plan = undefined;
    const total = plan.meant.length;
    const left: BulkLeft[] = [];
    const isWhole = await inSlices(desk.ports.clock, {
      pieces: plan.meant,
      largest: AT_ONCE,
      isWanted: desk.isOpen,
      work: (some, upTo) => {
        const step = editSome(desk, { plan, act, some });
        done.push(...step.done);
        left.push(...step.left);
        onProgress({ done: upTo, total });
      },
    });
    if (!isWhole) return fail({ code: 'not-connected' });
    return succeed({ changed: done.length, leftCount: left.length, left: left.slice(0, NAMED) });
  }
}

const isBlank = (value: FieldValue): boolean => value === null || value === '';

/** The value that a record gets: the one that was typed, as it would be over what stands there. */
const valueOver = (kind: FieldKind, value: FieldValue, there: FieldValue): FieldValue =>
  kind === 'reference' && typeof value === 'string' ? parseReference(value, there) : value;

const isSame = (value: FieldValue, there: FieldValue): boolean =>
  value === there || (isBlank(value) && isBlank(there));

type Looked = {
  readonly record: SelectedRecord;
  readonly kind: FieldKind;
  readonly order: BulkOrder;
  readonly tally: Tally;
};

/** Counts a record where it belongs; answers it when it would change. */
function look(resource: Resource, { record, kind, order, tally }: Looked): Meant[] {
  const { id, local } = record;
  const before = valueOf(local, order.field);
  const after = valueOver(kind, order.value, before);
  if (isSame(after, before)) {
    tally.same += 1;
    return [];
  }
  const why = record.isMissing ? 'missing' : record.isOpen ? 'decision' : undefined;
  if (why) {
    tally[why] += 1;
    if (tally.left.length < NAMED) tally.left.push({ id, label: resource.label(local), why });
    return [];
  }
  tally.changes += 1;
  if (tally.first.length < NAMED) tally.first.push({ id, label: resource.label(local), before, after });
  return [{ id, seen: before }];
}

type Step = { readonly plan: Plan; readonly act: OperationId; readonly some: readonly Meant[] };
type Done = { readonly done: readonly RecordId[]; readonly left: readonly BulkLeft[] };

function editSome({ db, resource, ports }: BulkDesk, { plan, act, some }: Step): Done {
  const at = new Date(ports.clock.now()).toISOString();
  const work = (): Result<Done> => {
    const done: RecordId[] = [];
    const left: BulkLeft[] = [];
    for (const one of some) {
      const id = currentId(db, resource, one.id);
      const operation = OperationId.parse(ports.newId());
      const why = editOne(db, resource, { plan, meant: { ...one, id }, operation, at });
      if (why === undefined) done.push(id);
      else if (why !== 'same') left.push({ id, label: labelOf(db, resource, id), why });
    }
    return succeed({ done, left });
  };
  const step = asAct(db, { act, kind: 'bulk-edit', at, work });
  assert(step.ok, 'Work that only succeeds has failed.');
  return step.value;
}

type One = {
  readonly plan: Plan;
  readonly meant: Meant;
  readonly operation: OperationId;
  readonly at: string;
};

/** Edits one record, if it is as it was shown; answers why not. */
function editOne(
  db: WritableDb,
  resource: Resource,
  { plan, meant: { id, seen }, operation, at }: One,
): BulkLeftWhy | 'same' | undefined {
  const { field } = plan;
  const record = readRecord(db, resource, id);
  if (!record || record.isMissing) return 'missing';
  if (listConflicts(db, resource, id).some((conflict) => conflict.field === field)) return 'decision';
  const there = valueOf(record.local, field);
  const value = valueOver(plan.kind, plan.value, seen);
  // Somebody was faster and wrote the very same.
  if (isSame(value, there)) return 'same';
  if (there !== seen) return 'changed';
  const kept = editRecord(db, resource, { edit: { operation, id, field, value, seen }, at });
  assert(kept.ok, `The record ${id} was looked at and cannot be edited.`);
  return undefined;
}

const labelOf = (db: WritableDb, resource: Resource, id: RecordId): string =>
  resource.label(readRecord(db, resource, id)?.local ?? {});
