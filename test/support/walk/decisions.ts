import { valueOf } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { listConflicts, type OpenConflict } from '../../../src/main/database/conflicts.ts';
import { saveDecision } from '../../../src/main/records/decide.ts';
import { overwrite, readServerCopy } from '../../../src/main/sync/overwrite.ts';
import type { Laptop, Walk } from './walk.ts';

const openOf = ({ device, ground }: Laptop, id: RecordId): OpenConflict[] =>
  listConflicts(device.db, ground.resource, id);

/** A person answers what is asked, all of it or as far as they come, and saves. */
export function decide(walk: Walk, laptop: Laptop, { isThorough = false } = {}): void {
  for (const id of walk.ids) {
    walk.noteSeen();
    const open = openOf(laptop, id);
    if (open.length === 0) continue;
    for (const { field } of open) if (isThorough || walk.dice.chance(0.7)) answer(walk, laptop, id, field);
    const answered = openOf(laptop, id);
    const version = { id, version: laptop.device.version(id) };
    const { ok } = saveDecision(laptop.device.db, walk.ground.resource, { version, at: walk.time() });
    const answers = answered.map(({ field, choice }) => `${field}:${JSON.stringify(choice)}`).join(' ');
    walk.say(`${laptop.name} ${id.slice(0, 4)} decides ${answers} ${String(ok)}`);
    if (ok) for (const conflict of answered) noteDecided(walk, laptop, id, conflict);
  }
}

function answer(walk: Walk, { device, name }: Laptop, id: RecordId, field: string): void {
  const side = walk.dice.pick(['yours', 'server', 'other'] as const);
  device.choose(id, field, side === 'other' ? { side, value: walk.value(name, field) } : { side });
}

function noteDecided(walk: Walk, laptop: Laptop, id: RecordId, { field, choice }: OpenConflict): void {
  const { ledger } = walk;
  const place = { index: laptop.index, id, field };
  if (choice?.side === 'other') {
    ledger.noteAct(place, choice.value, { isOwnEdit: true });
    return;
  }
  if (choice?.side === 'server') ledger.forgetAct(place);
  ledger.noteTyped(place, valueOf(laptop.read(id)?.local ?? {}, field));
}

/** A person overwrites the server's copy of a record in conflict, right after it was shown to them. */
export async function overwriteThere(walk: Walk, laptop: Laptop): Promise<void> {
  const id = walk.ids.find((one) => openOf(laptop, one).length > 0);
  if (!id || laptop.isBusy) return;
  laptop.isBusy = true;
  const copy = await readServerCopy(laptop.context(), id);
  walk.noteSeen();
  const open = openOf(laptop, id);
  if (copy.ok && open.length > 0) {
    const { version, result } = copy.value;
    for (const { field, choice } of open) {
      const place = { index: laptop.index, id, field };
      walk.ledger.noteTyped(place, valueOf(result, field));
      walk.ledger.excuse(place, valueOf(result, field));
      if (choice && choice.side !== 'yours') walk.ledger.forgetAct(place);
    }
    const { ok } = await overwrite(laptop.context(), { id, version });
    walk.say(`${laptop.name} ${id.slice(0, 4)} overwrites ${String(ok)}`);
    walk.noteSeen();
  }
  laptop.isBusy = false;
}
