import type { RecordId } from '#shared/model/ids.ts';
import type { KillDesk } from './kill-desk.ts';
import { PEOPLE, round, synced, type Scenario } from './kill-scenarios.ts';

/** Lets this laptop and the colleague edit one field, and the sync see it: a conflict is open. */
async function inConflict(desk: KillDesk): Promise<RecordId> {
  const [id] = await synced(desk);
  desk.person.edit(id, 'last_name', 'Typed');
  await desk.colleagueEdits(id, 'last_name', 'Theirs');
  await desk.laptop.round();
  return id;
}

const statusOf =
  (id: RecordId) =>
  (laptop: KillDesk['laptop']): string => {
    const row = laptop.db.get('SELECT choice FROM conflicts WHERE id = :id', { id }) as
      { choice: string | null } | undefined;
    if (!row) return laptop.record(id).state === 'dirty' ? 'decided, waits' : laptop.record(id).state;
    return row.choice === null ? 'open, no answer' : 'open, answered';
  };

const choose: Scenario = {
  name: 'an answer to one field',
  writes: 1,
  total: PEOPLE,
  expected: {
    E1: ['open, no answer'],
    E2: ['open, no answer'],
    E3: ['open, answered'],
    E4: ['open, answered'],
  },
  names: { E1: 'R1', E2: 'R2', E3: 'R2', E4: 'R2' },
  prepare: async (desk) => {
    const id = await inConflict(desk);
    return {
      steps: [{ do: 'choose', id, field: 'last_name', choice: { side: 'yours' } }],
      describe: statusOf(id),
    };
  },
};

const save: Scenario = {
  name: 'a decision that is saved',
  writes: 1,
  total: PEOPLE,
  expected: {
    E1: ['open, answered'],
    E2: ['open, answered'],
    E3: ['decided, waits'],
    E4: ['decided, waits'],
  },
  names: { E1: 'R2', E2: 'R3', E3: 'R4', E4: 'R4' },
  prepare: async (desk) => {
    const id = await inConflict(desk);
    desk.person.choose(id, 'last_name', { side: 'yours' });
    return {
      steps: [{ do: 'save', id, result: { last_name: 'Typed' } }],
      describe: statusOf(id),
    };
  },
};

const WAITS = ['decided, waits', 'open, no answer', 'sending', 'clean'];

const meetNewer: Scenario = {
  name: 'a round that sends a decision and meets a newer value',
  writes: 1,
  total: PEOPLE,
  expected: Object.fromEntries(
    [
      'E1',
      'E2',
      'E3',
      'L1',
      'L2',
      'L3',
      'L4',
      'L5',
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
      'P8',
      'look',
      'rest',
    ].map((row) => [row, WAITS]),
  ),
  names: Object.fromEntries(
    ['E1', 'E2', 'E3', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'look', 'rest'].map((row) => [
      row,
      'R5',
    ]),
  ),
  prepare: async (desk) => {
    const id = await inConflict(desk);
    desk.person.choose(id, 'last_name', { side: 'yours' });
    desk.person.save(id, { last_name: 'Typed' });
    return {
      steps: [round],
      describe: statusOf(id),
      beside: () => desk.colleagueEdits(id, 'last_name', 'Newer'),
    };
  },
};

const findOut: Scenario = {
  name: 'a round that finds out about an answer that was lost',
  writes: 1,
  total: PEOPLE,
  expected: Object.fromEntries(
    ['E1', 'E2', 'E3', 'L1', 'L2', 'L3', 'L4', 'L5', 'look', 'rest'].map((row) => [
      row,
      ['sending', 'unknown', 'clean'],
    ]),
  ),
  names: { E1: 'P4', E2: 'P4', E3: 'P4', look: 'P4', rest: 'P4' },
  prepare: async (desk) => {
    const [id] = await synced(desk);
    desk.person.edit(id, 'last_name', 'Typed');
    const lost = desk.line.next(
      ({ method }) => method === 'PUT',
      async ({ forward, cut }) => {
        await forward();
        cut();
      },
    );
    await desk.laptop.round();
    await lost;
    desk.world.clock.pass(3000);
    return { steps: [round], describe: (laptop) => laptop.record(id).state };
  },
};

export const decisionScenarios: readonly Scenario[] = [choose, save, meetNewer, findOut];
