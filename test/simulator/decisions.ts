import type { Choice } from '#shared/model/decision.ts';
import { valueOf } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { listConflicts, type OpenConflict } from '../../src/main/database/conflicts.ts';
import { readRecord } from '../../src/main/database/records.ts';
import { chooseField, saveDecision } from '../../src/main/records/decide.ts';
import { readDecision } from '../../src/main/records/decisions.ts';
import type { Laptop, Screen } from './laptop.ts';
import { fold, placeOf } from './ledger.ts';
import { act, takeTime } from './people.ts';
import type { Action } from './script.ts';
import type { World } from './world.ts';

type Of<Name extends Action['do']> = Extract<Action, { readonly do: Name }>;

const openOf = (laptop: Laptop, id: RecordId): readonly OpenConflict[] =>
  listConflicts(laptop.file, laptop.resource, id);

/** The record that an action is about, when a decision is open there; else any that has one. */
function undecided(world: World, laptop: Laptop, record: number): RecordId | undefined {
  const open = world.ids.filter((id) => openOf(laptop, id).length > 0);
  return open[record % Math.max(open.length, 1)];
}

/** What the person looks at: the decision as it is now, or as it was when they opened it. */
function screenOf(laptop: Laptop, id: RecordId, { isOld }: { isOld: boolean }): Screen | undefined {
  const known = laptop.process.screens.get(id);
  if (isOld && known) return known;
  const decision = readDecision(laptop.db, laptop.resource, id);
  if (!decision) return undefined;
  const remotes = new Map(decision.fields.map(({ field, remote }) => [field, fold(remote)]));
  const screen = { version: decision.version, remotes };
  laptop.process.screens.set(id, screen);
  return screen;
}

/** An answer counts only for what the person was shown. */
function judgeScreen(
  world: World,
  laptop: Laptop,
  { id, screen }: { id: RecordId; screen: Screen },
  open: readonly OpenConflict[],
): void {
  for (const { field, remote } of open) {
    const shown = screen.remotes.get(field);
    if (shown === fold(remote)) continue;
    const place = placeOf({ index: laptop.index, id, field });
    world.violate(
      'stale-decision',
      `${place}: decided about ${String(shown)}, which is ${String(remote)} by now`,
    );
  }
}

/** A person answers one field of an open decision. */
export function choose(world: World, laptop: Laptop, action: Of<'choose'>): void {
  const id = undecided(world, laptop, action.record);
  const screen = id && act(world, laptop, () => screenOf(laptop, id, action));
  if (!id || !screen) return;
  // Nobody answers what is not on their screen.
  const open = openOf(laptop, id).filter(({ field }) => screen.remotes.has(field));
  const conflict = open[action.field % Math.max(open.length, 1)];
  if (!conflict) return;
  const { field } = conflict;
  const tail = field === 'email' ? '@x.example' : '';
  const choice: Choice =
    action.side === 'other'
      ? { side: 'other', value: `${world.word(laptop.name)}${tail}` }
      : { side: action.side };
  const chosen = act(world, laptop, () =>
    chooseField(laptop.db, laptop.resource, { id, version: screen.version, field, choice, at: laptop.at() }),
  );
  world.say(
    `${laptop.name} ${id.slice(0, 8)}.${field} chooses ${JSON.stringify(choice)} ${String(chosen?.ok)}`,
  );
  if (chosen?.ok) judgeScreen(world, laptop, { id, screen }, [conflict]);
}

/** A person saves the answers of a decision. */
export function decide(world: World, laptop: Laptop, action: Of<'decide'>): void {
  const id = undecided(world, laptop, action.record);
  const screen = id && act(world, laptop, () => screenOf(laptop, id, action));
  if (!id || !screen) return;
  takeTime(world);
  const open = openOf(laptop, id);
  const version = { id, version: screen.version };
  const saved = act(world, laptop, () =>
    saveDecision(laptop.db, laptop.resource, { version, at: laptop.at() }),
  );
  const isSaved = openOf(laptop, id).length === 0;
  world.say(`${laptop.name} ${id.slice(0, 8)} decides ${String(saved?.ok)} ${String(isSaved)}`);
  if (!isSaved) return;
  judgeScreen(world, laptop, { id, screen }, open);
  noteDecided(world, laptop, { id, open });
}

/** What a person decided is what they want now. */
export function noteDecided(
  world: World,
  laptop: Laptop,
  { id, open }: { readonly id: RecordId; readonly open: readonly OpenConflict[] },
): void {
  laptop.process.screens.delete(id);
  const local = readRecord(laptop.file, laptop.resource, id)?.local ?? {};
  for (const { field, choice, remote } of open) {
    const place = { index: laptop.index, id, field };
    const value = valueOf(local, field);
    if (choice?.side === 'server') world.ledger.forgetAct(place);
    else world.ledger.noteAct(place, value, { isStrong: fold(value) !== fold(remote) });
  }
}
