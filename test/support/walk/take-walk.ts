import type { Trigger } from '#shared/model/sync-status.ts';
import { runRound } from '../../../src/main/sync/run-round.ts';
import { audit, auditQuestions } from './audit.ts';
import { decide, overwriteThere } from './decisions.ts';
import { choose, type Share } from './dice.ts';
import { create, edit, editThere } from './edits.ts';
import { startGround, type GroundName } from './ground.ts';
import { hostileLine } from './hostile-line.ts';
import { Walk, type Laptop } from './walk.ts';

const STEPS = 60;
const MOST_ROUNDS = 30;

/** How many rounds in a row nothing may be left to do. */
const QUIET_ROUNDS = 3;

/** Starts a world, with two laptops that have everything. */
export async function startWalk(name: GroundName, seed: number): Promise<Walk> {
  const ground = await startGround(name);
  const { world } = ground;
  const walk = new Walk(ground, seed, hostileLine(meanwhile));
  for (const laptop of walk.laptops) await round(walk, laptop, 'person');
  walk.ids.push(...walk.laptops[0].device.ids().slice(0, 1 + (seed % 2)));
  for (const id of walk.ids) await walk.noteStored(id);
  walk.noteSeen();
  world.clock.pass(5000);
  return walk;
}

/** Takes a walk to its end: everybody works on a bad line, then the line is good and all is brought to rest, then the audit. */
export async function takeWalk(walk: Walk): Promise<void> {
  walk.isHostile = true;
  for (let taken = 0; taken < STEPS; taken += 1) await step(walk);
  walk.isHostile = false;
  walk.say('--- the line is good');
  for (const land of walk.late.splice(0)) await land();
  if (!(await comesToRest(walk)))
    walk.problems.push(`not at rest: ${JSON.stringify(walk.laptops.map(waiting))}`);
  await audit(walk);
}

const either = ({ dice, laptops }: Walk): Laptop => dice.pick(laptops);

type Action = (walk: Walk, laptop: Laptop) => void | Promise<void>;

const step = (walk: Walk): void | Promise<void> => choose(walk.dice, actions)(walk, either(walk));

/** Acts on the same laptop, or lets the other one have a round. */
function meanwhile(walk: Walk, index: number): void | Promise<void> {
  const act = choose(walk.dice, interruptions);
  return act(walk, walk.laptops[act === round ? 1 - index : index] ?? walk.laptops[0]);
}

async function round(walk: Walk, laptop: Laptop, trigger?: Trigger): Promise<void> {
  if (laptop.isBusy) return;
  laptop.isBusy = true;
  const why = trigger ?? walk.dice.pick(['person', 'person', 'retry', 'edit'] as const);
  walk.say(`${laptop.name} round ${why}`);
  const { failure, sent, refused } = await runRound([laptop.context()], {
    trigger: why,
    isPulling: () => why !== 'edit',
  });
  const end = failure?.kind ?? 'well';
  walk.say(`${laptop.name} round ends ${end}, sent ${String(sent)}, refused ${String(refused)}`);
  walk.noteSeen();
  auditQuestions(walk);
  laptop.isBusy = false;
}

function restart(walk: Walk, laptop: Laptop): void {
  laptop.restart();
  walk.say(`${laptop.name} restarts`);
}

/** A request that was given up reaches the service after all; when there is none, time passes. */
async function land(walk: Walk): Promise<void> {
  const [landing] = walk.late.splice(walk.dice.below(walk.late.length), 1);
  if (!landing) {
    walk.world.clock.pass(3000);
    return;
  }
  walk.say('a late request lands');
  await landing();
}

async function comesToRest(walk: Walk): Promise<boolean> {
  let quiet = 0;
  for (let rounds = 0; rounds < MOST_ROUNDS && quiet < QUIET_ROUNDS; rounds += 1) {
    for (const laptop of walk.laptops) {
      walk.world.clock.pass(3000);
      decide(walk, laptop, { isThorough: true });
      await round(walk, laptop, 'person');
    }
    quiet = walk.laptops.every((laptop) => waiting(laptop).length === 0) ? quiet + 1 : 0;
  }
  return quiet === QUIET_ROUNDS;
}

/** What waits on a laptop, to be sent or for a person. */
const waiting = ({ device }: Laptop): unknown[] =>
  device.db.all(
    `SELECT r.id, r.state, o.attention FROM records r LEFT JOIN outbox o USING (resource, id)
     WHERE o.id IS NOT NULL OR EXISTS (SELECT 1 FROM conflicts c WHERE c.resource = r.resource AND c.id = r.id)`,
  );

const actions: readonly [...Share<Action>[], Share<Action>] = [
  [0.3, edit],
  [0.15, editThere],
  [0.3, round],
  [0.04, decide],
  [0.03, overwriteThere],
  [0.04, create],
  [0.04, restart],
  [0.1, land],
];

const interruptions: readonly [...Share<Action>[], Share<Action>] = [
  [0.45, editThere],
  [0.3, edit],
  [0.1, decide],
  [0.15, round],
];
