import { listConflicts } from '../../src/main/database/conflicts.ts';
import { choose, decide } from './decisions.ts';
import { startRound, settle } from './engine-tasks.ts';
import type { Laptop } from './laptop.ts';
import type { RecordState } from './local-state.ts';
import { takeTime } from './people.ts';
import { finish, perform } from './perform.ts';
import { isBad } from './sim-service.ts';
import type { World } from './world.ts';

const MOST_ROUNDS = 40;
const QUIET_ROUNDS = 3;

/** The line is good, the sign-in too, and all that was under way arrives. */
async function heal(world: World): Promise<void> {
  world.say('--- the line is good');
  const { network, service } = world;
  service.isEmptied = false;
  for (const laptop of world.laptops) {
    laptop.isSignedOut = false;
    if (laptop.isAway) await perform(world, { do: 'switch-account', laptop: laptop.index });
    await perform(world, { do: 'online', laptop: laptop.index });
    await finish(world, laptop);
  }
  while (network.late.length > 0) network.land(0);
}

/** Whether a record waits to be sent or for a person, who says in the end what becomes of every one that is missing. */
const isWaiting = ({ isQueued, isHidden, conflicts, duplicates }: RecordState): boolean =>
  (isQueued && !isHidden) || conflicts.size > 0 || duplicates.length > 0;

const isQuiet = (world: World, laptop: Laptop): boolean => {
  const { records, isVanished } = world.watcher.stateOf(laptop);
  return !isVanished && ![...records.values()].some(isWaiting);
};

/** A person goes through everything that the app asks. */
function answerAll(world: World, laptop: Laptop, turn: number): void {
  for (const [place, id] of world.ids.entries()) {
    const asked = listConflicts(laptop.file, laptop.resource, id);
    const open = world.ids.filter((one) => listConflicts(laptop.file, laptop.resource, one).length > 0);
    const record = open.indexOf(id);
    for (const field of asked.keys()) {
      const side = (['yours', 'server', 'other'] as const)[(turn + field + place) % 3] ?? 'yours';
      choose(world, laptop, { do: 'choose', laptop: laptop.index, record, field, side, isOld: false });
    }
    if (asked.length > 0) decide(world, laptop, { do: 'decide', laptop: laptop.index, record, isOld: false });
  }
  world.watcher.look(laptop, { byPerson: true });
}

/** A person looks after what the service had refused: types another value for a bad one, or sends it again. */
async function insistAll(world: World, { index }: Laptop): Promise<void> {
  for (const [record, id] of world.ids.entries()) {
    const known = world.watcher.stateOf(world.laptop(index)).records.get(id);
    if (!known?.hasAttention) continue;
    const { fields } = world.plan;
    const wrong = fields.findIndex((field) => isBad(known.local[field]));
    // What is not plainly wrong may be taken: a reference of two records that two people made again.
    const bad = wrong < 0 ? fields.indexOf('remote_id') : wrong;
    const better = { laptop: index, record, field: bad, how: 'new', isBehind: false } as const;
    await perform(world, bad < 0 ? { do: 'try-again', laptop: index, record } : { do: 'edit', ...better });
  }
}

/** A person says of everything that is gone, or perhaps there twice, what is to become of it; of one only once. */
async function judgeAll(world: World, laptop: Laptop, turn: number): Promise<void> {
  const { index } = laptop;
  const record = 0;
  if (world.watcher.stateOf(laptop).isVanished)
    await perform(world, { do: 'judge-vanished', laptop: index, areGone: true });
  const waits = [...world.watcher.stateOf(laptop).records.values()];
  if (waits.some(({ duplicates }) => duplicates.length > 0))
    await perform(world, { do: 'judge-duplicate', laptop: index, record });
  const missing = waits.findIndex(({ isMissing, isHidden, isQueued }) => isMissing && isQueued && !isHidden);
  const choice = turn % 2 === 0 ? 'create-again' : 'hide';
  if (missing >= 0) await perform(world, { do: 'judge-missing', laptop: index, record: turn, choice });
}

/** Brings a world to rest: faults stop, people answer, rounds run. */
export async function comeToRest(world: World): Promise<void> {
  await heal(world);
  let quiet = 0;
  for (let rounds = 0; rounds < MOST_ROUNDS && quiet < QUIET_ROUNDS; rounds += 1) {
    for (const laptop of world.laptops) {
      if (world.violations.length > 0) return;
      takeTime(world);
      // Where ids are the service's own, a creation without an answer waits for two minutes.
      world.pass(world.plan.quirks.ownIds ? 20_000 : 4000);
      answerAll(world, laptop, rounds);
      await insistAll(world, laptop);
      await judgeAll(world, laptop, rounds + laptop.index);
      startRound(world, laptop, 'person');
      await settle();
      world.watcher.look(laptop);
      await finish(world, laptop);
    }
    quiet = world.laptops.every((laptop) => isQuiet(world, laptop)) ? quiet + 1 : 0;
  }
  if (quiet < QUIET_ROUNDS) world.violate('not-at-rest', waiting(world));
}

const waiting = (world: World): string =>
  world.laptops
    .flatMap((laptop) =>
      [...world.watcher.stateOf(laptop).records.values()]
        .filter(isWaiting)
        .map(({ id, state }) => `${laptop.name} ${id.slice(0, 8)} ${state}`),
    )
    .join(', ');
