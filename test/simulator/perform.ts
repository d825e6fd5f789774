import { choose, decide } from './decisions.ts';
import { judgeADuplicate, judgeAMissing, judgeManyVanished } from './judgements.ts';
import { settle, startLook, startOverwrite, startPull, startPush, startRound } from './engine-tasks.ts';
import type { Laptop } from './laptop.ts';
import {
  colleagueCreates,
  colleagueEdits,
  colleagueRemoves,
  crash,
  create,
  edit,
  insist,
  undo,
} from './people.ts';
import type { Action, Event } from './script.ts';
import type { World } from './world.ts';

/** That many requests of one piece of work mean that it never ends. */
const MOST_REQUESTS = 150;

/** Does one action, lets everything settle that follows from it, and looks whether the rules are kept. */
export async function perform(world: World, action: Action): Promise<void> {
  world.say(`> ${JSON.stringify(action)}`);
  if ('laptop' in action) await performAt(world, world.laptop(action.laptop), action);
  else performOutside(world, action);
  await settle();
  world.watcher.lookAtAll();
  for (const laptop of world.laptops) watchEnd(world, laptop);
}

/** I8: every piece of work ends. */
function watchEnd(world: World, { name, process }: Laptop): void {
  for (const { kind, requests } of process.tasks)
    if (requests > MOST_REQUESTS)
      world.violate('endless', `${name}: a ${kind} made ${String(requests)} requests`);
}

type AtLaptop = Extract<Action, { readonly laptop: number }>;
type Outside = Exclude<Action, { readonly laptop: number }>;

async function performAt(world: World, laptop: Laptop, action: AtLaptop): Promise<void> {
  if (isPersons(action)) {
    performByPerson(world, laptop, action);
    world.watcher.look(laptop, { byPerson: true });
    return;
  }
  switch (action.do) {
    case 'round':
      startRound(world, laptop, action.trigger);
      break;
    case 'pull':
      startPull(world, laptop);
      break;
    case 'push':
      startPush(world, laptop);
      break;
    case 'look':
      startLook(world, laptop, action.record);
      break;
    case 'finish':
      await finish(world, laptop);
      break;
    default:
      happenTo(world, laptop, action);
  }
}

/** What a person does who sits at a laptop. */
const persons: { readonly [Name in PersonsName]: (world: World, laptop: Laptop, action: Of<Name>) => void } =
  {
    edit,
    create,
    undo,
    choose,
    decide,
    'try-again': insist,
    overwrite: startOverwrite,
    'judge-missing': judgeAMissing,
    'judge-duplicate': judgeADuplicate,
    'judge-vanished': judgeManyVanished,
  };

type PersonsName =
  | ('edit' | 'create' | 'undo' | 'try-again' | 'choose' | 'decide' | 'overwrite')
  | ('judge-missing' | 'judge-duplicate' | 'judge-vanished');
type Of<Name extends Action['do']> = Extract<Action, { readonly do: Name }>;
type Persons = Of<PersonsName>;

const isPersons = (action: AtLaptop): action is Persons => action.do in persons;

function performByPerson(world: World, laptop: Laptop, action: Persons): void {
  if (laptop.isAway) return;
  world.count(action.do);
  const act = persons[action.do] as (world: World, laptop: Laptop, action: Persons) => void;
  act(world, laptop, action);
}

type Events = Extract<AtLaptop, { readonly do: Event | 'arm' | 'set-clock' }>;

function happenTo(world: World, laptop: Laptop, action: Events): void {
  if (action.do !== 'crash') world.count(action.do);
  switch (action.do) {
    case 'crash':
      crash(world, laptop);
      break;
    case 'offline':
      laptop.isOffline = true;
      laptop.process.work.abort();
      break;
    case 'online':
      if (laptop.isOffline) laptop.process.work = new AbortController();
      laptop.isOffline = false;
      break;
    case 'switch-account':
      laptop.switchAccount();
      world.network.giveUpAll(laptop);
      break;
    case 'arm':
      laptop.process.power.arm(action);
      break;
    case 'set-clock':
      world.setClock(laptop.clock, action.to);
      break;
    default:
      laptop.isSignedOut = action.do === 'expire';
  }
}

/** The line is good for as long as a laptop's work takes. */
export async function finish(world: World, laptop: Laptop): Promise<void> {
  for (let steps = 0; laptop.isBusy && steps < MOST_REQUESTS; steps += 1) {
    const wire = world.network.wires.find((one) => one.laptop === laptop);
    if (wire) world.network.meet(wire, 'deliver');
    await settle();
    world.watcher.look(laptop);
    if (world.violations.length > 0) return;
  }
  if (laptop.isBusy) world.violate('endless', `${laptop.name}: work that does not end on a good line`);
}

function performOutside(world: World, action: Outside): void {
  const { network } = world;
  switch (action.do) {
    case 'wire': {
      const wire = network.wires[action.wire % Math.max(network.wires.length, 1)];
      if (!wire) return;
      world.count(`wire ${action.fate}`);
      network.meet(wire, action.fate);
      break;
    }
    case 'land':
    case 'drop':
      if (network.late.length > 0) world.count(action.do);
      network[action.do](action.late);
      break;
    case 'pass':
      world.pass(action.ms);
      break;
    case 'tick':
      world.serviceNow += action.ms;
      break;
    default:
      happenThere(world, action);
  }
}

type There = Exclude<Outside, { readonly do: 'wire' | 'land' | 'drop' | 'pass' | 'tick' }>;

function happenThere(world: World, action: There): void {
  world.count(action.do);
  switch (action.do) {
    case 'colleague-edit':
      colleagueEdits(world, action);
      break;
    case 'colleague-create':
      colleagueCreates(world);
      break;
    case 'colleague-remove':
      colleagueRemoves(world, action);
      break;
    case 'vanish':
    case 'reappear':
      world.service.isEmptied = action.do === 'vanish';
      break;
    default:
      putBack(world, action.do);
  }
}

/** The service is put back to how it was, once. */
function putBack(world: World, what: 'back-up' | 'rewind'): void {
  if (!world.plan.quirks.rewinds || world.isRewound) return;
  if (what === 'back-up') {
    world.service.backUp();
    world.isBackedUp = true;
  } else if (world.isBackedUp) {
    world.service.rewind();
    world.isRewound = true;
    for (const id of world.ledger.ids)
      world.ledger.noteVersion(id, world.service.peek(id), world.service.seq);
  }
}
