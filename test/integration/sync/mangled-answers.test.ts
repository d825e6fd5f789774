import { expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Transport } from '../../../src/main/ports.ts';
import { readDetail } from '../../../src/main/records/record-detail.ts';
import { rounds, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';
import { Dice } from '../../support/walk/dice.ts';

/** What may stand in an answer where something else belongs. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  'x'.repeat(2000),
  42,
  -1,
  1e300,
  true,
  [],
  [{}],
  {},
  { id: 'x', type: 'key_accounts' },
  '2030-13-01T00:00:00Z',
  '1970-01-01T00:00:00.000Z',
];

/** Puts something wrong in any place of a document, each with this chance; lists also lose and double what they have. */
function mangle(node: unknown, dice: Dice, chance: number): unknown {
  if (dice.chance(chance)) return dice.pick(WRONG);
  if (Array.isArray(node)) {
    return node.flatMap((item) => {
      const mangled = mangle(item, dice, chance);
      return dice.chance(chance) ? dice.pick([[], [mangled, mangled]]) : [mangled];
    });
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      dice.chance(chance / 3) ? 'nobody_knows' : name,
      mangle(value, dice, chance),
    ]),
  );
}

const STATUSES = [200, 201, 304, 400, 404, 409, 410, 422, 500, 503];

/** Mangles more than half of the answers until it is told to end. */
function manglingLine({ line }: SyncedLaptop, dice: Dice): { transport: Transport; end: () => void } {
  let isMangling = true;
  return {
    transport: async (url, request) => {
      const answer = await line.transport(url, request);
      if (!isMangling || !dice.chance(0.6)) return answer;
      const text = await answer.text();
      const body =
        text === '' ? '' : JSON.stringify(mangle(JSON.parse(text), dice, dice.pick([0.002, 0.01, 0.05])));
      const status = dice.chance(0.05) ? dice.pick(STATUSES) : answer.status;
      const headers = new Headers(answer.headers);
      headers.delete('content-length');
      return new Response([204, 304].includes(status) ? null : body, { status, headers });
    },
    end: () => {
      isMangling = false;
    },
  };
}

/** What was written, by the records: here, and by the colleague. */
type Written = {
  /** The records that the service has: a mangled list may name others. */
  readonly ids: readonly RecordId[];
  readonly mine: Map<RecordId, string>;
  readonly theirs: Map<RecordId, [string, string]>;
};

async function work(
  { laptop, world }: SyncedLaptop,
  dice: Dice,
  { ids, mine, theirs }: Written,
): Promise<void> {
  const id = dice.pick(ids);
  if (mine.has(id) || theirs.has(id) || !readDetail(laptop.db, keyAccounts, id)) return;
  const isMine = dice.chance(0.7);
  if (isMine) {
    mine.set(id, `Mine ${id}`);
    laptop.edit(id, 'last_name', `Mine ${id}`);
  }
  if (isMine && dice.chance(0.7)) return;
  // Either of them alone, or both in the same field.
  const field = isMine ? 'last_name' : 'first_name';
  theirs.set(id, [field, `Theirs ${id}`]);
  await world.colleague.edit(id, { [field]: `Theirs ${id}` });
}

test.each(Array.from({ length: 25 }, (_, index) => index + 1))(
  'whatever answers are made of, no edit is lost or doubled and no colleague is overwritten (seed %i)',
  async (seed) => {
    const dice = new Dice(seed);
    const synced = await syncedLaptop({ mode: dice.pick(['modern', 'origin']), records: 20 });
    const { laptop, world } = synced;
    const { transport, end } = manglingLine(synced, dice);
    laptop.options.transport = transport;
    const written: Written = { ids: laptop.ids(), mine: new Map(), theirs: new Map() };
    for (let step = 0; step < 6; step += 1) {
      for (let act = 0; act < 3; act += 1) await work(synced, dice, written);
      const text = `New ${String(step)}`;
      if (dice.chance(0.3)) written.mine.set(laptop.create({ last_name: text }), text);
      world.clock.pass(3000);
      await laptop.round(dice.chance(0.3) ? 'edit' : 'person');
    }
    end();
    await rounds(synced, 5);
    const there = (await world.colleague.list(500)).map(({ attributes }) => attributes);
    for (const [id, text] of written.mine) {
      const here = readDetail(laptop.db, keyAccounts, id);
      const count = there.filter((attributes) => attributes['last_name'] === text).length;
      // It is asked about where a colleague was before it, and on the service, once, everywhere else.
      if (here?.state === 'conflict') expect(here.values).toMatchObject({ last_name: text });
      else expect(count, text).toBe(1);
    }
    for (const [id, [field, text]] of written.theirs) {
      expect(await world.colleague.get(id), id).toMatchObject({ [field]: text });
    }
  },
);
