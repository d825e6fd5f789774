import { audit } from './audit.ts';
import { settle, startRound } from './engine-tasks.ts';
import { Generator } from './generate.ts';
import { finish, perform } from './perform.ts';
import { comeToRest } from './rest.ts';
import type { Action, Plan, Script } from './script.ts';
import { World, type Violation } from './world.ts';

/** How a story went. */
export type Outcome = {
  readonly violation: Violation | undefined;
  readonly script: Script;
  /** Everything that happened, line by line. */
  readonly lines: readonly string[];
  /** How often what happened. */
  readonly counts: ReadonlyMap<string, number>;
};

const ACTIONS = 120;

/** Lets the world of a plan live by chance. */
export const runPlan = (plan: Plan, length = ACTIONS): Promise<Outcome> => {
  const generator = new Generator(plan);
  return live(plan, (world, turn) => (turn < length ? generator.next(world) : undefined));
};

/** Tells a story again. */
export const runScript = ({ plan, actions }: Script): Promise<Outcome> =>
  live(plan, (_world, turn) => actions[turn]);

type Next = (world: World, turn: number) => Action | undefined;

async function live(plan: Plan, next: Next): Promise<Outcome> {
  const world = new World(plan);
  const actions: Action[] = [];
  try {
    await begin(world);
    for (let turn = 0; world.violations.length === 0; turn += 1) {
      const action = next(world, turn);
      if (!action) break;
      actions.push(action);
      await perform(world, action);
    }
    if (world.violations.length === 0) await comeToRest(world);
    if (world.violations.length === 0) audit(world);
  } catch (error) {
    world.violate('simulator', error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    world.close();
  }
  return {
    violation: world.violations[0],
    script: { plan, actions },
    lines: world.lines,
    counts: world.counts,
  };
}

/** A few records are there, and mostly every laptop has them. */
async function begin(world: World): Promise<void> {
  for (let made = 0; made < world.plan.records; made += 1) {
    await perform(world, { do: 'colleague-create' });
    world.pass(700);
  }
  world.pass(5000);
  for (const laptop of world.plan.isSynced ? world.laptops : []) {
    startRound(world, laptop, 'person');
    await settle();
    await finish(world, laptop);
  }
  world.counts.clear();
}
