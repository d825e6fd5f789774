import type { Trigger } from '#shared/model/sync-status.ts';
import { overwrite, readServerCopy } from '../../src/main/sync/overwrite.ts';
import { findMissing } from '../../src/main/sync/find-missing.ts';
import { pull } from '../../src/main/sync/pull.ts';
import { push } from '../../src/main/sync/push.ts';
import { runRound } from '../../src/main/sync/run-round.ts';
import { listConflicts } from '../../src/main/database/conflicts.ts';
import { noteDecided } from './decisions.ts';
import type { Laptop, Task, TaskKind } from './laptop.ts';
import { crash, takeTime } from './people.ts';
import { Crash } from './power.ts';
import type { World } from './world.ts';

/** Lets everything go on that waits for nothing but its turn. */
export const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Starts a piece of the engine's work; it goes on whenever what it waits for comes. */
function start(world: World, laptop: Laptop, kind: TaskKind, work: () => Promise<unknown>): void {
  const { process } = laptop;
  const task: Task = { kind, requests: 0 };
  process.tasks.add(task);
  world.count(kind);
  world.say(`${laptop.name} ${kind}`);
  work().then(
    (answer) => {
      process.tasks.delete(task);
      world.say(`${laptop.name} ${kind} ends ${JSON.stringify(answer ?? null)}`);
    },
    (error: unknown) => {
      process.tasks.delete(task);
      if (!(error instanceof Crash)) {
        world.violate('threw', error instanceof Error ? (error.stack ?? error.message) : String(error));
      } else if (laptop.process === process) crash(world, laptop);
    },
  );
}

const isOff = ({ isOffline, process }: Laptop): boolean => isOffline || !process.power.isOn;

/** One round, as the loop runs it. */
export function startRound(world: World, laptop: Laptop, asked: Trigger): void {
  if (laptop.isBusy || isOff(laptop)) return;
  const { process } = laptop;
  // The first round of a process is the one that the loop starts with, whatever asks for it.
  const trigger = process.isRecovered ? asked : 'start';
  const { signal } = process.work;
  const canSkip = trigger === 'edit' && process.state.isPulled && !hasCursor(laptop);
  start(world, laptop, 'round', async () => {
    process.isRecovered = true;
    const { failure, isWhole } = await runRound([laptop.context()], { trigger, isPulling: () => !canSkip });
    if (signal.aborted) return 'aborted';
    process.state = {
      isPulled: canSkip ? process.state.isPulled : isWhole,
      failure: failure && { ...failure, at: laptop.at() },
      reached: 'connected',
      stuck: undefined,
    };
    return failure?.kind ?? 'well';
  });
}

const hasCursor = ({ file }: Laptop): boolean =>
  file.get(`SELECT 1 FROM sync_state WHERE name = 'key_accounts.cursor'`) !== undefined;

const isDoing = ({ process }: Laptop, kinds: readonly TaskKind[]): boolean =>
  [...process.tasks].some(({ kind }) => kinds.includes(kind));

/** Only a pull: a push of fresh edits may run beside it. */
export function startPull(world: World, laptop: Laptop): void {
  if (isDoing(laptop, ['round', 'pull', 'look', 'overwrite']) || isOff(laptop)) return;
  const { process } = laptop;
  if (!process.isRecovered) return;
  start(world, laptop, 'pull', async () => {
    const pulled = await pull(laptop.context());
    return 'detail' in pulled ? pulled : findMissing(laptop.context());
  });
}

/** Only a push of fresh edits, perhaps beside a pull. */
export function startPush(world: World, laptop: Laptop): void {
  if (isDoing(laptop, ['round', 'push', 'look', 'overwrite']) || isOff(laptop)) return;
  // What a crash left under way is found out by a round.
  if (!laptop.process.isRecovered) return;
  start(world, laptop, 'push', () => push(laptop.context(), 'edit'));
}

/** A person asks for the service's copy of a record in conflict. */
export function startLook(world: World, laptop: Laptop, record: number): void {
  const open = world.ids.filter((id) => listConflicts(laptop.file, laptop.resource, id).length > 0);
  const id = open[record % Math.max(open.length, 1)];
  if (!id || laptop.isBusy || isOff(laptop)) return;
  const { process } = laptop;
  start(world, laptop, 'look', async () => {
    const copy = await readServerCopy(laptop.context(), id);
    process.copy = copy.ok ? { id, ...copy.value } : undefined;
    return copy.ok;
  });
}

/** A person overwrites the service's copy with what they were shown. */
export function startOverwrite(world: World, laptop: Laptop): void {
  const { copy } = laptop.process;
  if (!copy || laptop.isBusy || isOff(laptop)) return;
  takeTime(world);
  const { id, version, result } = copy;
  const open = listConflicts(laptop.file, laptop.resource, id);
  laptop.process.copy = undefined;
  world.confirmed.push({ laptop, id });
  for (const [field, value] of Object.entries(result)) world.ledger.excuse({ id, field }, value);
  start(world, laptop, 'overwrite', async () => (await overwrite(laptop.context(), { id, version })).ok);
  // The request left in that very moment, or there is none: the word is not good for another one.
  world.confirmed.length = 0;
  const isDecided = listConflicts(laptop.file, laptop.resource, id).length === 0;
  if (isDecided && open.length > 0) noteDecided(world, laptop, { id, open });
}
