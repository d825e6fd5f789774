import { randomUUID } from 'node:crypto';
import type { BulkOrder, BulkPreview, BulkReport } from '#shared/model/bulk-edit.ts';
import type { Values } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { RecordSelection } from '#shared/model/selection.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Result } from '#shared/result.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { readRecord } from '../../src/main/database/records.ts';
import type { BulkDesk } from '../../src/main/records/bulk-desk.ts';
import { BulkEdits } from '../../src/main/records/bulk-edit.ts';
import { turnAct } from '../../src/main/records/change-set.ts';
import { editRecord } from '../../src/main/records/edit-record.ts';
import { VirtualClock } from './virtual-clock.ts';

const at = '2026-11-21T10:00:00.000Z';

/** A new id for one act of a person. */
export const newAct = (): OperationId => OperationId.parse(randomUUID());

/** Every record there is. */
export const everything: RecordSelection = { all: { search: '', filters: [] }, more: [], less: [] };
/** Some records by name. */
export const these = (...ids: RecordId[]): RecordSelection => ({ more: ids, less: [] });

/** A desk at a copy, on a clock that only the test moves. */
export const deskOf = (db: WritableDb, clock: BulkDesk['ports']['clock'] = new VirtualClock()): BulkDesk => ({
  db,
  resource: keyAccounts,
  ports: { clock, newId: randomUUID },
  isOpen: () => true,
});

/** The value of what has to succeed. */
export function valueOfOk<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`It failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Nobody who hears how far an edit is. */
export const nothingHeard = (): { done: RecordId[]; onProgress: () => void } => ({
  done: [],
  onProgress: () => undefined,
});

/** Previews and does an edit as one person does who looks at what the preview shows. */
export async function doEdit(
  db: WritableDb,
  order: BulkOrder,
  { act = newAct(), meanwhile }: { act?: OperationId; meanwhile?: () => void } = {},
): Promise<{ act: OperationId; shown: BulkPreview; report: BulkReport }> {
  const edits = new BulkEdits();
  const shown = valueOfOk(await edits.preview(deskOf(db), order));
  meanwhile?.();
  const { preview } = shown;
  const report = valueOfOk(await edits.run(deskOf(db), { act, preview }, nothingHeard()));
  return { act, shown, report };
}

/** The values of a record as the person sees them. */
export const local = (db: WritableDb, id: RecordId): Values => readRecord(db, keyAccounts, id)?.local ?? {};

/** Edits fields one by one, as a person does who sees what is there. */
export function editByHand(db: WritableDb, id: RecordId, values: Values): void {
  for (const [field, value] of Object.entries(values)) {
    const seen = local(db, id)[field] ?? null;
    editRecord(db, keyAccounts, { edit: { operation: newAct(), id, field, value, seen }, at });
  }
}

/** Takes an act back; answers the records of which it was. */
export const undo = async (db: WritableDb, act: OperationId): Promise<RecordId[]> => [
  ...valueOfOk(await turnAct(db, { act, kind: 'undo', clock: new VirtualClock(), newId: newAct })).done,
];
