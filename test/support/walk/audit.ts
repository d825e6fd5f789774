import { valueOf, type Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import { placeOf, type Place } from './ledger.ts';
import type { Laptop, Walk } from './walk.ts';

/** Says where a person is asked about nothing but what they typed themselves before. */
export function auditQuestions({ ids, laptops, ledger, problems, ground }: Walk): void {
  for (const { index, device } of laptops) {
    for (const id of ids) {
      for (const { field, remote } of listConflicts(device.db, ground.resource, id)) {
        const place = { index, id, field };
        if (ledger.isOwnOlder(place, remote))
          problems.push(`${placeOf(place)}: asked about ${String(remote)}, which is their own`);
      }
    }
  }
}

/** Says what is wrong once everything should have come to rest. */
export async function audit(walk: Walk): Promise<void> {
  for (const id of walk.ids) {
    const stored = await walk.ground.stored(id);
    for (const laptop of walk.laptops) auditRecord(walk, laptop, { id, stored });
  }
}

type Stored = { readonly id: RecordId; readonly stored: Values | undefined };

function auditRecord(walk: Walk, laptop: Laptop, { id, stored }: Stored): void {
  const record = laptop.read(id);
  if (!record && !stored) return;
  for (const field of walk.ground.fields) {
    const place = { index: laptop.index, id, field };
    const [here, there] = [record?.local[field], stored?.[field]];
    if (here !== there)
      walk.problems.push(`${placeOf(place)}: ${String(here)} here, ${String(there)} on the service`);
    auditField(walk, place, stored ?? {});
  }
}

function auditField({ ledger, problems }: Walk, place: Place, stored: Values): void {
  const last = ledger.lastAct(place);
  if (!last) return;
  const now = valueOf(stored, place.field);
  if (last.isOwnEdit && !ledger.wasStored(place, last.value))
    problems.push(`${placeOf(place)}: ${String(last.value)} never reached the service (now ${String(now)})`);
  const isReplaced = String(now) !== String(last.value);
  if (isReplaced && ledger.isOwn(place, now) && ledger.typedAt(place, now) < last.turn)
    problems.push(`${placeOf(place)}: the older ${String(now)} came back over ${String(last.value)}`);
}
