import type { RecordId } from '#shared/model/ids.ts';
import { FIELDS } from './carry-out.ts';
import type { Laptop } from './laptop.ts';
import { fold, placeOf, wordOf, type Attributes } from './ledger.ts';
import type { World } from './world.ts';

/** Holds a world that came to rest against the whole promise. */
export function audit(world: World): void {
  for (const id of world.ledger.ids) {
    const stored = world.service.peek(id);
    for (const laptop of world.laptops) auditRecord(world, laptop, { id, stored });
  }
  for (const laptop of world.laptops) auditActs(world, laptop);
}

type Stored = { readonly id: RecordId; readonly stored: Attributes | undefined };

/** I7: here is what is there, to the letter; what is there no more is marked so. */
function auditRecord(world: World, laptop: Laptop, { id, stored }: Stored): void {
  const record = world.watcher.stateOf(laptop).records.get(id);
  const name = `${laptop.name} ${id.slice(0, 8)}`;
  if (!stored) {
    if (record && !record.isMissing)
      world.violate('missing', `${name} is gone from the service, and not from here`);
    return;
  }
  if (!record) {
    world.violate('converge', `${name} is not here`);
    return;
  }
  for (const field of FIELDS) {
    const [here, there] = [record.local[field] ?? null, stored[field] ?? null];
    if (here !== there)
      world.violate('converge', `${name}.${field}: ${wordOf(here)} here, ${wordOf(there)} on the service`);
  }
}

/** I1, in the end: what a person did last has reached the service, and nothing older of theirs came back over it. */
function auditActs(world: World, laptop: Laptop): void {
  const { ledger, service } = world;
  for (const { place, value, turn, isStrong } of ledger.actsOf(laptop.index)) {
    const stored = service.peek(place.id) as Attributes | undefined;
    const record = world.watcher.stateOf(laptop).records.get(place.id);
    if (!stored) {
      auditGone(world, laptop, { place: placeOf(place), isHere: fold(record?.local[place.field]) === value });
      continue;
    }
    if (isStrong && !ledger.wasStoredSince(place, value, turn))
      world.violate('lost', `${placeOf(place)}: ${value} never reached the service`);
    const now = stored[place.field];
    if (ledger.isOwnOlder(place, now))
      world.violate('came-back', `${placeOf(place)}: the older ${wordOf(now)} came back over ${value}`);
  }
}

/** What was typed into a record that somebody removed is still here; one that never got there should have. */
function auditGone(
  world: World,
  laptop: Laptop,
  { place, isHere }: { place: string; isHere: boolean },
): void {
  const record = [...world.watcher.stateOf(laptop).records.values()];
  if (record.some(({ id, isMissing }) => place.startsWith(`${laptop.name} ${id.slice(0, 8)}`) && !isMissing))
    world.violate('lost', `${place}: the record never reached the service`);
  else if (!isHere) world.say(`${place}: was shown as gone`);
}
