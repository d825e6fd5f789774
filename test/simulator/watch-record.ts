import { FIELDS } from './carry-out.ts';
import type { Laptop } from './laptop.ts';
import type { RecordState } from './local-state.ts';
import { fold, placeOf, wordOf } from './ledger.ts';
import type { World } from './world.ts';

const isSame = (a: unknown, b: unknown): boolean => (a ?? null) === (b ?? null);

/** Holds one record of a laptop against the rules that it keeps at every moment. */
export function watchRecord(world: World, laptop: Laptop, record: RecordState): void {
  const name = `${laptop.name} ${record.id.slice(0, 8)}`;
  watchQueue(world, name, record);
  watchState(world, name, record);
  watchBase(world, name, record);
  if (record.isMissing && !world.saidGone.has(`${laptop.name} ${record.id}`))
    world.violate('missing', `${name} is taken as missing, and the service never said so`);
  for (const { field, remote } of record.conflicts.values()) {
    const place = { index: laptop.index, id: record.id, field };
    if (fold(remote) === fold(record.local[field]))
      world.violate('asked-same', `${placeOf(place)}: asked about ${wordOf(remote)}, which both sides have`);
    if (!world.isRewound && world.ledger.isOwnOlder(place, remote))
      world.violate('own-older', `${placeOf(place)}: asked about ${String(remote)}, which is their own`);
  }
}

const isOpen = ({ attempts }: RecordState): boolean =>
  attempts.some((outcome) => outcome === 'sending' || outcome === 'unknown');

/** I3, I10: what differs from the service, or may have landed there, is in the outbox; nothing else is. */
function watchQueue(world: World, name: string, record: RecordState): void {
  const { base, local, isQueued, isGivenUp } = record;
  const isDifferent = base === undefined || FIELDS.some((field) => !isSame(base[field], local[field]));
  const isDue = (isDifferent && !isGivenUp) || isOpen(record);
  if (isDue !== isQueued)
    world.violate(
      'outbox',
      `${name} is ${isQueued ? '' : 'not '}in the outbox, and should ${isDue ? '' : 'not '}be`,
    );
}

/** The state that is shown is the one that the rest of the record says. */
function watchState(world: World, name: string, record: RecordState): void {
  const due = [
    [record.isMissing, 'missing'],
    [record.conflicts.size > 0, 'conflict'],
    [record.hasAttention || record.duplicates.length > 0, 'needs-attention'],
    [record.attempts.includes('sending'), 'sending'],
    [record.attempts.includes('unknown'), 'unknown'],
    [record.isQueued, 'dirty'],
    [true, 'clean'],
  ] as const;
  const expected = due.find(([is]) => is)?.[1];
  if (record.state !== expected)
    world.violate('state', `${name} is ${record.state}, not ${String(expected)}`);
}

/** What a laptop takes for a version of the service was one. */
function watchBase(world: World, name: string, { id, version }: RecordState): void {
  if (version === undefined) return;
  if (!world.ledger.versionsOf(id).some(({ text }) => text === version))
    world.violate('no-version', `${name} was merged with what the service never had: ${version}`);
}
