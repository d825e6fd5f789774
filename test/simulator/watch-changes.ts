import { FIELDS } from './carry-out.ts';
import type { Laptop } from './laptop.ts';
import { fold, placeOf } from './ledger.ts';
import type { ConflictState, LocalState, RecordState } from './local-state.ts';
import type { World } from './world.ts';

type Both = { readonly before: LocalState; readonly after: LocalState };
type Pair = { readonly was: RecordState; readonly is: RecordState };

/** Holds what the engine changed on a laptop, without a person, against what it may change. */
export function watchChanges(world: World, laptop: Laptop, { before, after }: Both): void {
  for (const was of before.records.values()) {
    const is = after.records.get(after.aliases.get(was.id) ?? was.id);
    if (!is) {
      world.violate('removed', `${laptop.name} has ${was.id} no more`);
      continue;
    }
    watchHistory(world, laptop, { was, is });
    watchVersion(world, laptop, { was, is });
    for (const conflict of was.conflicts.values()) watchConflict(world, laptop, { was, is, conflict });
  }
}

/** A laptop never goes back to a version that it had before a newer one. */
function watchVersion(world: World, laptop: Laptop, { was, is }: Pair): void {
  if (is.version === undefined || was.version === is.version || world.isRewound) return;
  const versions = world.ledger.versionsOf(is.id).map(({ text }) => text);
  const isBack = versions.lastIndexOf(is.version) < versions.lastIndexOf(was.version ?? '');
  if (isBack && world.watcher.everHadVersion(laptop, is.id, is.version))
    world.violate('went-back', `${laptop.name} ${is.id.slice(0, 8)} went back to ${is.version}`);
}

/** Every value that leaves the screen stands in the history. */
function watchHistory(world: World, laptop: Laptop, { was, is }: Pair): void {
  for (const field of FIELDS) {
    const [from, to] = [fold(was.local[field]), fold(is.local[field])];
    if (from === to) continue;
    const line = laptop.file
      .all('SELECT changes FROM history WHERE id = :id ORDER BY entry DESC', { id: was.id })
      .flatMap((row) => JSON.parse((row as { changes: string }).changes) as Change[])
      .find((change) => change.field === field && [fold(change.before), fold(change.after)].includes(from));
    const place = { index: laptop.index, id: was.id, field };
    if (!line) world.violate('history', `${placeOf(place)}: ${from} gave way to ${to} without a line`);
  }
}

type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** I5: an open question stays until both sides agree, and an answer until that field changes. */
function watchConflict(
  world: World,
  laptop: Laptop,
  { was, is, conflict }: Pair & { readonly conflict: ConflictState },
): void {
  const { field } = conflict;
  const name = placeOf({ index: laptop.index, id: was.id, field });
  const now = is.conflicts.get(field);
  const remote = fold(is.base?.[field]);
  if (!now) {
    const isAgreed = remote === fold(was.local[field]);
    const isBack = remote === fold(conflict.base);
    if (!isAgreed && !isBack) world.violate('conflict-dropped', `${name}: nobody decided about ${remote}`);
    return;
  }
  if (now.choice === conflict.choice) return;
  const isSame = fold(now.remote) === fold(conflict.remote) && is.local[field] === was.local[field];
  if (isSame) world.violate('choice-dropped', `${name}: ${String(conflict.choice)} -> ${String(now.choice)}`);
}
