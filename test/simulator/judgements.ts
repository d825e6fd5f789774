import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { Result } from '#shared/result.ts';
import { readRecord } from '../../src/main/database/records.ts';
import { asAct } from '../../src/main/records/change-set.ts';
import { discardMine } from '../../src/main/records/discard-mine.ts';
import { judgeDuplicate } from '../../src/main/records/judge-duplicate.ts';
import { judgeMissing } from '../../src/main/records/judge-missing.ts';
import { judgeVanished } from '../../src/main/records/judge-vanished.ts';
import { FIELDS, MARK } from './carry-out.ts';
import type { Laptop } from './laptop.ts';
import { wordOf } from './ledger.ts';
import type { RecordState } from './local-state.ts';
import { act } from './people.ts';
import type { Action } from './script.ts';
import type { World } from './world.ts';

type Of<Name extends Action['do']> = Extract<Action, { readonly do: Name }>;

function pick(
  world: World,
  laptop: Laptop,
  record: number,
  is: (one: RecordState) => boolean,
): RecordState | undefined {
  const found = [...world.watcher.stateOf(laptop).records.values()].filter(is);
  return found[record % Math.max(found.length, 1)];
}

/** A person says what becomes of a record that the service no longer has. */
export function judgeAMissing(world: World, laptop: Laptop, { record, choice }: Of<'judge-missing'>): void {
  const missing = pick(world, laptop, record, ({ isMissing }) => isMissing);
  if (!missing) return;
  const { id } = missing;
  const at = laptop.at();
  const newId = (): string => laptop.newId();
  if (choice === 'discard') {
    discardAside(world, laptop, missing);
    return;
  }
  const work = (): Result<RecordId> =>
    judgeMissing(laptop.db, laptop.resource, { judged: { id, choice }, at, newId });
  const judged = act(world, laptop, () =>
    asAct(laptop.db, { act: OperationId.parse(newId()), kind: choice, at, work }),
  );
  world.say(`${laptop.name} ${id} ${choice} ${JSON.stringify(judged)}`);
  // When the app died of it, what the file says is so.
  const made = madeAgain(world, laptop, { missing, value: judged?.ok ? judged.value : undefined });
  if (made) moveActs(world, laptop, { from: id, to: made });
}

/** A person discards what they typed into a record that is out of the list. */
function discardAside(world: World, laptop: Laptop, { id, isHidden, isGivenUp }: RecordState): void {
  if (!isHidden || isGivenUp) return;
  const told = act(world, laptop, () => discardMine(laptop.db, laptop.resource, { id, at: laptop.at() }));
  world.say(`${laptop.name} ${id} discard ${JSON.stringify(told)}`);
  // When the app died of it, what the file says is so.
  const isEdited = laptop.file.get('SELECT 1 FROM records WHERE id = :id AND edited_at IS NOT NULL', { id });
  if (isEdited) return;
  for (const field of FIELDS) world.ledger.forgetAct({ index: laptop.index, id, field });
}

type Again = { readonly missing: RecordState; readonly value: RecordId | undefined };

/** The record that was made in place of a missing one, if one was. */
function madeAgain(world: World, laptop: Laptop, { missing, value }: Again): RecordId | undefined {
  const mark = missing.local[MARK];
  const known = world.watcher.stateOf(laptop).records;
  const rows = laptop.file.all('SELECT id, local FROM records') as { id: RecordId; local: string }[];
  const made = rows.find(
    ({ id, local }) =>
      !known.has(id) && (id === value || (JSON.parse(local) as Record<string, unknown>)[MARK] === mark),
  );
  if (!made) return undefined;
  world.ids.push(made.id);
  world.remade.set(wordOf(mark), (world.remade.get(wordOf(mark)) ?? 0) + 1);
  return made.id;
}

/** What was typed into a record counts for the one that was made in its place. */
function moveActs(world: World, laptop: Laptop, { from, to }: { from: RecordId; to: RecordId }): void {
  const local = readRecord(laptop.file, laptop.resource, to)?.local ?? {};
  for (const field of FIELDS) {
    const place = { index: laptop.index, id: from, field };
    if (!world.ledger.act(place)) continue;
    world.ledger.forgetAct(place);
    world.ledger.noteAct({ ...place, id: to }, local[field], { isStrong: true });
  }
}

/** A person says whether the many records that vanished at once are gone. */
export function judgeManyVanished(world: World, laptop: Laptop, { areGone }: Of<'judge-vanished'>): void {
  if (world.watcher.stateOf(laptop).isVanished)
    act(world, laptop, () => {
      judgeVanished(laptop.db, laptop.resource, { areGone, at: laptop.at() });
    });
}

/** A person who knows what they made says which record is the same, if one is. */
export function judgeADuplicate(world: World, laptop: Laptop, { record }: Of<'judge-duplicate'>): void {
  const asked = pick(world, laptop, record, ({ duplicates }) => duplicates.length > 0);
  if (!asked) return;
  const { records } = world.watcher.stateOf(laptop);
  const other = asked.duplicates.find((id) => records.get(id)?.local[MARK] === asked.local[MARK]);
  const isSame = other !== undefined && asked.version === undefined;
  const judged = { id: asked.id, ...(isSame && { other }) };
  const told = act(world, laptop, () =>
    judgeDuplicate(laptop.db, laptop.resource, { judged, at: laptop.at() }),
  );
  world.say(`${laptop.name} ${asked.id} is ${wordOf(other)} ${JSON.stringify(told)}`);
}
