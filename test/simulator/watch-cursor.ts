import type { RecordId } from '#shared/model/ids.ts';
import type { Laptop } from './laptop.ts';
import type { LocalState } from './local-state.ts';
import type { World } from './world.ts';

type Place = { readonly epoch: string; readonly seq: number };

/** Reads a cursor as only the service may. */
function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, epoch = '', seq = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(':');
  return { epoch, seq: Number(seq) };
}

/** I6: the cursor only moves forward, and never past what the laptop has not got. */
export function watchCursor(
  world: World,
  laptop: Laptop,
  { before, after }: { readonly before: LocalState; readonly after: LocalState },
): void {
  if (before.cursor === after.cursor || world.isRewound) return;
  const [was, is] = [placeOf(before.cursor), placeOf(after.cursor)];
  if (!is) return;
  if (was && was.epoch === is.epoch && is.seq < was.seq && !world.network.wasStale)
    world.violate(
      'cursor',
      `${laptop.name}: the cursor moved back from ${String(was.seq)} to ${String(is.seq)}`,
    );
  for (const id of world.ledger.ids) watchPassed(world, laptop, { id, seq: is.seq, state: after });
}

/** The version that the cursor stands behind, or a newer one, is here; one with a write under way or in doubt is asked for anyway. */
function watchPassed(
  world: World,
  laptop: Laptop,
  { id, seq, state }: { readonly id: RecordId; readonly seq: number; readonly state: LocalState },
): void {
  const versions = world.ledger.versionsOf(id);
  const due = versions.findLastIndex((version) => version.seq <= seq);
  const record = state.records.get(id);
  const isAskedFor = record !== undefined && (record.attempts.length > 0 || record.isDoubted);
  if (due < 0 || versions[due]?.attributes === undefined || isAskedFor) return;
  const here = versions.findLastIndex(({ text }) => text === record?.version);
  if (here < due)
    world.violate(
      'cursor',
      `${laptop.name}: the cursor is past a version of ${id.slice(0, 8)} that is not here`,
    );
}
