import { randomUUID } from 'node:crypto';
import type { FieldValue } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { listHistory } from '../../../src/main/database/history.ts';
import type { StoredRecord } from '../../../src/main/database/records.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { canUndo } from '../../../src/main/records/record-detail.ts';
import { undoChange } from '../../../src/main/records/undo-change.ts';
import type { Laptop, Walk } from './walk.ts';

/** A person edits one field, puts the service's value back, or undoes something. */
export function edit(walk: Walk, laptop: Laptop): void {
  const record = laptop.read(walk.dice.pick(walk.ids));
  if (!record) return;
  walk.noteSeen();
  if (walk.dice.chance(0.1) && undo(walk, laptop, record)) return;
  change(walk, laptop, record);
}

function undo(walk: Walk, laptop: Laptop, record: StoredRecord): boolean {
  const { id } = record;
  const { db } = laptop.device;
  const { resource } = walk.ground;
  const line = listHistory(db, resource, id).find((one) => canUndo(resource, record, one));
  if (!line) return false;
  const { ok } = undoChange(db, { historyId: line.entry, at: walk.time() });
  const what = `${line.kind} ${JSON.stringify(line.changes)}`;
  walk.say(`${laptop.name} ${id.slice(0, 4)} undoes ${what} ${String(ok)}`);
  for (const { field, before, after } of line.changes)
    if (before !== after)
      walk.ledger.noteAct({ index: laptop.index, id, field }, before, { isOwnEdit: false });
  return true;
}

function change(walk: Walk, laptop: Laptop, { id, base, local }: StoredRecord): void {
  const { dice, ledger } = walk;
  const field = walk.field();
  const place = { index: laptop.index, id, field };
  const isBack = dice.chance(0.25) && base !== undefined;
  const value = isBack ? (base.values[field] ?? null) : walk.value(laptop.name, field);
  const shown = local[field] ?? null;
  if (value === shown) return;
  const seen = seenInstead(walk, ledger.seen(place), shown);
  const operation = OperationId.parse(randomUUID());
  editRecord(laptop.device.db, walk.ground.resource, {
    edit: { operation, id, field, value, seen },
    at: walk.time(),
  });
  const step = `${field}: ${String(seen)} -> ${String(value)}${isBack ? ' (back)' : ''}`;
  walk.say(`${laptop.name} ${id.slice(0, 4)} ${step}`);
  ledger.noteAct(place, value, { isOwnEdit: !isBack });
  if (seen !== shown) ledger.excuse(place, shown);
}

/** What the person saw when they began to type: sometimes the screen was behind. */
const seenInstead = ({ dice }: Walk, old: readonly string[], shown: FieldValue): FieldValue =>
  dice.chance(0.15) && old.length > 0 ? dice.pick(old) : shown;

/** A person makes a record, where people do. */
export function create(walk: Walk, laptop: Laptop): void {
  if (!walk.ground.resource.createBody) return;
  walk.world.clock.pass(2000);
  const values = {
    first_name: walk.value(laptop.name, 'first_name'),
    last_name: walk.value(laptop.name, 'last_name'),
  };
  const id = laptop.device.create(values, walk.newId());
  walk.ids.push(id);
  for (const [field, value] of Object.entries(values))
    walk.ledger.noteAct({ index: laptop.index, id, field }, value, { isOwnEdit: true });
  walk.say(`${laptop.name} creates ${id.slice(0, 4)} ${JSON.stringify(values)}`);
}

/** A colleague edits a record on the service. */
export async function editThere(walk: Walk): Promise<void> {
  const { dice, world } = walk;
  const id = dice.pick(walk.ids);
  // Often enough in the very tick of what was written before.
  if (dice.chance(0.5)) world.clock.pass(1000 + dice.below(2500));
  await put(walk, id);
}

/** A colleague who has just edited a record edits it once more, within the same tick of the service's clock. */
export async function editThereAgain(walk: Walk): Promise<void> {
  const { writtenThere } = walk;
  if (writtenThere?.at === walk.world.clock.now()) await put(walk, writtenThere.id);
}

async function put(walk: Walk, id: RecordId): Promise<void> {
  const { ground, world } = walk;
  if (!(await ground.stored(id))) return;
  const field = walk.field();
  const value = walk.value('c', field);
  const status = await ground.put(id, field, value);
  walk.say(`c ${id.slice(0, 4)} ${field}=${String(value)} (${String(status)})`);
  walk.writtenThere = { id, at: world.clock.now() };
  await walk.noteStored(id);
}
