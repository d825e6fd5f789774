import type { RecordId } from '#shared/model/ids.ts';
import { FIRST_SLICE } from '../../../src/main/records/pace.ts';
import { newOperation } from '../audit/person.ts';
import { newRecordId, type Device } from '../device.ts';
import type { Step } from '../laptop/job.ts';
import type { KillDesk } from './kill-desk.ts';
import type { RowId } from './kill-points.ts';

/** What a laptop that will be killed is told to do, and what its files say afterwards. */
export type Scene = {
  readonly steps: readonly Step[];
  /** Says in a few words what the files hold, before any sync. */
  readonly describe: (laptop: Device) => string;
  /** What a colleague does when the first write of the laptop arrives. */
  readonly beside?: () => Promise<void>;
};

/** One thing that a laptop does and can be killed at. */
export type Scenario = {
  readonly name: string;
  readonly prepare: (desk: KillDesk) => Promise<Scene>;
  /** What the files may say after a kill at each row. */
  readonly expected: Partial<Record<RowId, readonly string[]>>;
  /** The reference's own names of rows, where they are others. */
  readonly names?: Partial<Record<RowId, string>>;
  /** How many writes the service has to take from this laptop in all, and how many records it has in the end. */
  readonly writes: number;
  readonly total: number;
};

const PEOPLE = 12;
const made = { first_name: 'Made', last_name: 'Hère', email: 'made@example.org' };
const round: Step = { do: 'round' };

/** Lets a laptop have everything, and answers the first people's ids. */
async function synced(desk: KillDesk): Promise<readonly [RecordId, RecordId, RecordId]> {
  await desk.laptop.round();
  desk.world.clock.pass(5000);
  const [a, b, c] = desk.laptop.ids();
  if (!a || !b || !c) throw new Error('The service has fewer than three people.');
  return [a, b, c];
}

const stateOf =
  (id: RecordId) =>
  (laptop: Device): string =>
    laptop.ids().includes(id) ? laptop.record(id).state : 'absent';

const acted = { E1: ['absent'], E2: ['absent'], E3: ['there'], E4: ['there'] } as const;

/** The state of a record that is being sent when everything ends. */
const sending: Scenario['expected'] = {
  L1: ['dirty'],
  L2: ['dirty'],
  L3: ['dirty'],
  L4: ['dirty'],
  L5: ['dirty'],
  P1: ['dirty'],
  P2: ['sending'],
  P3: ['sending'],
  P4: ['sending'],
  P5: ['sending'],
  P6: ['sending'],
  P7: ['sending'],
  P8: ['clean'],
  look: ['dirty'],
  rest: ['clean', 'dirty'],
};

const edit: Scenario = {
  name: 'an edit',
  writes: 1,
  total: PEOPLE,
  expected: acted,
  prepare: async (desk) => {
    const [id] = await synced(desk);
    return {
      steps: [{ do: 'edit', id, field: 'last_name', value: 'Typed', operation: newOperation() }],
      describe: (laptop) => (laptop.record(id).values['last_name'] === 'Typed' ? 'there' : 'absent'),
    };
  },
};

const create: Scenario = {
  name: 'a new record',
  writes: 1,
  total: PEOPLE + 1,
  expected: acted,
  prepare: async (desk) => {
    await synced(desk);
    const id = newRecordId();
    return {
      steps: [{ do: 'create', id, values: made, operation: newOperation() }],
      describe: (laptop) => (laptop.ids().includes(id) ? 'there' : 'absent'),
    };
  },
};

const inAll = (count: number): string => `${String(count)} of ${String(PEOPLE)} edited`;

/** More people than the first transaction takes. */
const editAll: Scenario = {
  name: 'the same value for all',
  writes: PEOPLE,
  total: PEOPLE,
  expected: {
    E1: [inAll(0), inAll(FIRST_SLICE)],
    E2: [inAll(0), inAll(FIRST_SLICE)],
    E3: [inAll(FIRST_SLICE), inAll(PEOPLE)],
    E4: [inAll(PEOPLE)],
  },
  prepare: async (desk) => {
    await synced(desk);
    return {
      steps: [{ do: 'edit all', field: 'last_name', value: 'Typed', act: newOperation() }],
      describe: (laptop) =>
        inAll(laptop.ids().filter((id) => laptop.record(id).values['last_name'] === 'Typed').length),
    };
  },
};

const pushEdit: Scenario = {
  name: 'a round that sends an edit',
  writes: 1,
  total: PEOPLE,
  expected: sending,
  prepare: async (desk) => {
    const [id] = await synced(desk);
    desk.person.edit(id, 'last_name', 'Typed');
    return { steps: [round], describe: stateOf(id) };
  },
};

const pushCreate: Scenario = {
  name: 'a round that sends a new record',
  writes: 1,
  total: PEOPLE + 1,
  expected: sending,
  prepare: async (desk) => {
    await synced(desk);
    const id = newRecordId();
    desk.person.create(id, made);
    return { steps: [round], describe: stateOf(id) };
  },
};

const SENT = ['the first of them sent, the rest not'];
const everywhere = (words: readonly string[]): Scenario['expected'] =>
  Object.fromEntries(Object.keys(sending).map((row) => [row, words]));

const batch: Scenario = {
  name: 'a round that sends three edits',
  writes: 3,
  total: PEOPLE,
  expected: everywhere(SENT),
  names: Object.fromEntries(['P1', 'P2', 'P8', 'rest'].map((row) => [row, 'P9'])),
  prepare: async (desk) => {
    const ids = await synced(desk);
    for (const id of ids) desk.person.edit(id, 'last_name', 'Typed');
    return {
      steps: [round],
      describe: (laptop) => {
        const states = ids.map((id) => laptop.record(id).state);
        const first = states.findIndex((state) => state !== 'clean');
        const rest = first === -1 ? [] : states.slice(first + 1);
        return rest.every((state) => state === 'dirty') ? SENT.join() : states.join(', ');
      },
    };
  },
};

const IN_ORDER = ['no page is noted before all of its rows are here, and no cursor before all are'];

const firstList: Scenario = {
  name: 'the first list of three pages',
  writes: 0,
  total: PEOPLE,
  expected: everywhere(IN_ORDER),
  names: { rest: 'L5' },
  prepare: () =>
    Promise.resolve({
      steps: [round],
      describe: (laptop) => {
        const here = new Set<unknown>(laptop.ids());
        const cursor = laptop.db.get(`SELECT value FROM sync_state WHERE name = 'key_accounts.cursor'`);
        const noted = laptop.db.all(
          'SELECT v.value ->> 0 AS id FROM pages p, json_each(p.versions) v',
        ) as readonly { id: string }[];
        const isInOrder =
          noted.every(({ id }) => here.has(id)) && (cursor === undefined || here.size === PEOPLE);
        return isInOrder ? IN_ORDER.join() : `${String(here.size)} people, ${String(noted.length)} noted`;
      },
    }),
};

const TYPED = ['the edit is kept'];

const pullOverEdit: Scenario = {
  name: 'a round that brings a colleague’s values over an unsent edit',
  writes: 1,
  total: PEOPLE,
  expected: everywhere(TYPED),
  names: { L2: 'L7', L3: 'L7', L4: 'L7', L5: 'L7', rest: 'L7' },
  prepare: async (desk) => {
    const [id, other] = await synced(desk);
    desk.person.edit(id, 'last_name', 'Typed');
    await desk.colleagueEdits(id, 'last_name', 'Theirs');
    await desk.colleagueEdits(id, 'first_name', 'Þeirs');
    await desk.colleagueEdits(other, 'last_name', 'Also-Theirs');
    return {
      steps: [round],
      describe: (laptop) =>
        laptop.record(id).values['last_name'] === 'Typed' ? TYPED.join() : 'the edit is gone',
    };
  },
};

export const engineScenarios: readonly Scenario[] = [
  edit,
  create,
  pushEdit,
  pushCreate,
  batch,
  firstList,
  pullOverEdit,
];

/** What knows of no service, and so of no mode. */
export const localScenarios: readonly Scenario[] = [editAll];

/** What later scenarios are prepared from. */
export { PEOPLE, round, stateOf, synced };
