import { describe, it } from 'vitest';
import { newRecordId } from '../support/device.ts';
import { refusal, withJson } from '../support/matrix/answers.ts';
import { deskIn, showRow } from '../support/matrix/custom-row.ts';
import type { KillDesk } from '../support/matrix/kill-desk.ts';
import { Dice } from '../support/walk/dice.ts';
import { pass, type Exchange, type Fault } from '../support/wire/fault-proxy.ts';

const THERE = 'all there, once';
const made = { first_name: 'Made', last_name: 'Hère', email: 'made@example.org' };

/** A laptop that has everything, and the id of one record. */
async function syncedDesk(mode: 'modern' | 'origin', records = 12) {
  const desk = await deskIn({ mode, records });
  await desk.laptop.round();
  desk.world.clock.pass(5000);
  const [id, ...others] = desk.laptop.ids();
  if (!id) throw new Error('The service has nobody.');
  return { desk, id, others };
}

/** Whatever is wrong once everything should have arrived, or that nothing is. */
async function atRest(
  desk: KillDesk,
  { total = 12, writes }: { total?: number; writes?: number },
): Promise<string[]> {
  desk.line.always(pass);
  await desk.comeToRest();
  const problems = await desk.check({ isAtRest: true, total });
  const written = desk.line.answered.filter(({ method, status }) => method !== 'GET' && status < 300).length;
  if (writes !== undefined && written !== writes) problems.push(`${String(written)} writes were taken`);
  return problems.length > 0 ? problems : [THERE];
}

/** Holds the next write on the line: the app loses it, and the test lets it land when it likes. */
function holdNext(desk: KillDesk, method: string): Promise<Exchange> {
  return new Promise((resolve) => {
    void desk.line.next(
      (request) => request.method === method,
      (exchange) => {
        exchange.cut();
        resolve(exchange);
      },
    );
  });
}

describe.each(['modern', 'origin'] as const)(
  '%s: requests and answers that come late, twice or not at all',
  (mode) => {
    const row = (fault: string, expected = THERE) => ({ table: 'network' as const, fault, expected, mode });

    it('a change lands after it was sent again', async () => {
      const { desk, id } = await syncedDesk(mode);
      desk.person.edit(id, 'last_name', 'Late');
      const held = holdNext(desk, 'PUT');
      await desk.laptop.round();
      desk.world.clock.pass(3000);
      await desk.laptop.round();
      await (await held).forward();
      showRow(row('a change lands after it was sent again'), await atRest(desk, { writes: 1 }));
    });

    it('a change lands after the person typed something else', async () => {
      const { desk, id } = await syncedDesk(mode);
      desk.person.edit(id, 'last_name', 'Late');
      const held = holdNext(desk, 'PUT');
      await desk.laptop.round();
      desk.person.edit(id, 'last_name', 'Newer');
      await (await held).forward();
      desk.world.clock.pass(3000);
      showRow(row('a change lands after the person typed something else'), await atRest(desk, { writes: 2 }));
    });

    it('a new record lands after it was sent again', async () => {
      const { desk } = await syncedDesk(mode);
      desk.person.create(newRecordId(), made);
      const held = holdNext(desk, 'POST');
      await desk.laptop.round();
      desk.world.clock.pass(3000);
      desk.clock.pass(130_000);
      await desk.laptop.round();
      await (await held).forward();
      showRow(row('a new record lands after it was sent again'), await atRest(desk, { total: 13 }));
    });

    it('a list from before the change comes after it', async () => {
      const { desk, id } = await syncedDesk(mode);
      const answers: Parameters<Exchange['answer']>[0][] = [];
      await desk.colleagueEdits(id, 'first_name', 'Seen');
      const isList = ({ method, url }: { method: string; url: string }) =>
        method === 'GET' && url.includes('?');
      const told = desk.line.next(isList, async ({ forward, answer }) => {
        const first = await forward();
        answers.push(first);
        answer(first);
      });
      desk.person.edit(id, 'last_name', 'Typed');
      await desk.laptop.round();
      await told;
      desk.world.clock.pass(3000);
      const again = desk.line.next(isList, ({ answer }) => {
        for (const old of answers) answer(old);
      });
      await desk.laptop.round();
      await again;
      const seen = desk.laptop.record(id).values['last_name'] === 'Typed' ? [] : ['the screen went back'];
      showRow(row('a list from before the change comes after it'), [...seen, ...(await atRest(desk, {}))]);
    });

    it('half of all requests or their answers are lost', async () => {
      const { desk, id, others } = await syncedDesk(mode);
      const dice = new Dice(7);
      const lossy: Fault = async (exchange) => {
        if (dice.chance(0.25)) exchange.cut();
        else if (dice.chance(0.33)) {
          await exchange.forward();
          exchange.cut();
        } else await pass(exchange);
      };
      desk.line.always(lossy);
      for (let turn = 0; turn < 20; turn += 1) {
        desk.person.edit(dice.pick([id, ...others]), 'last_name', `Turn-${String(turn)}`);
        if (turn % 5 === 0)
          desk.person.create(newRecordId(), { ...made, email: `turn-${String(turn)}@example.org` });
        desk.world.clock.pass(3000);
        await desk.laptop.round();
      }
      const problems = await desk.check();
      showRow(row('half of all requests or their answers are lost, 20 rounds'), [
        ...problems,
        ...(await atRest(desk, { total: 16 })),
      ]);
    });

    it('an empty list three times over removes nothing', async () => {
      const { desk } = await syncedDesk(mode);
      desk.line.always(async ({ forward, answer }) => {
        answer(
          withJson(await forward(), (body) => ({
            ...body,
            data: [],
            meta: { ...body.meta, pagination: { page: 1, per_page: 5, total_count: 0, total_pages: 0 } },
          })),
        );
      });
      for (let turn = 0; turn < 3; turn += 1) await desk.laptop.round();
      const here = desk.laptop.ids().filter((id) => desk.laptop.record(id).state === 'clean').length;
      showRow(row('an empty list, three times over', `12 people here; ${THERE}`), [
        `${String(here)} people here`,
        ...(await atRest(desk, {})),
      ]);
    });

    it.each([
      [
        'answers 404',
        (exchange: Exchange) => {
          exchange.answer(refusal(404));
        },
      ],
      [
        'comes empty',
        async (exchange: Exchange) => {
          exchange.answer(withJson(await exchange.forward(), (body) => ({ ...body, data: [] })));
        },
      ],
    ] as const)('page 2 of the first list %s', async (how, fault) => {
      const desk = await deskIn({ mode });
      const isPage2 = ({ url }: { url: string }) => /[?&]page=2(&|$)/.test(url);
      desk.line.always((exchange) => (isPage2(exchange.request) ? fault : pass)(exchange));
      const end = await desk.laptop.round();
      const said =
        end.failure || !end.isWhole ? 'the list does not count as whole' : 'the list counts as whole';
      showRow(row(`page 2 of the first list ${how}`, `the list does not count as whole; ${THERE}`), [
        said,
        ...(await desk.check()),
        ...(await atRest(desk, {})),
      ]);
    });

    it('a colleague removes a record that has an unsent edit', async () => {
      const { desk, id } = await syncedDesk(mode);
      desk.person.edit(id, 'last_name', 'Unsent');
      await desk.world.colleague.remove(id);
      for (let turn = 0; turn < 3; turn += 1) await desk.laptop.round();
      const { state, values } = desk.laptop.record(id);
      const posts = desk.line.seen.filter(({ method }) => method === 'POST').length;
      showRow(
        row(
          'a colleague removes a record that has an unsent edit',
          'missing, the edit is kept, never made again',
        ),
        [
          `${state}, the edit is ${values['last_name'] === 'Unsent' ? 'kept' : 'gone'}, ${posts === 0 ? 'never' : ''} made again`,
          ...(await desk.check()),
        ],
      );
    });

    it('the sign-in runs out in the middle of a batch', async () => {
      const { desk, id, others } = await syncedDesk(mode);
      for (const one of [id, ...others.slice(0, 2)]) desk.person.edit(one, 'last_name', 'Batch');
      let writes = 0;
      desk.line.always((exchange) => {
        if (exchange.request.method === 'PUT') writes += 1;
        if (writes > 1) exchange.answer(refusal(401));
        else return pass(exchange);
      });
      const { failure } = await desk.laptop.round();
      const waiting = desk.laptop.ids().filter((one) => desk.laptop.record(one).state === 'dirty').length;
      showRow(
        {
          ...row('the sign-in runs out in the middle of a batch', `signed-out, 2 wait; ${THERE}`),
          table: 'process',
        },
        [
          `${String(failure?.kind)}, ${String(waiting)} wait`,
          ...(await desk.check()),
          ...(await atRest(desk, { writes: 3 })),
        ],
      );
    });

    it.each([
      ['120', 120],
      ['Mon, 07 Jan 2030 08:02:00 GMT', 120],
      ['1000000000', 900],
      ['-5', 0],
      ['Sun, 07 Jan 2029 08:00:00 GMT', 0],
      ['soon', undefined],
    ] as const)('429 with Retry-After: %s', async (text, seconds) => {
      const { desk, id } = await syncedDesk(mode);
      desk.person.edit(id, 'last_name', 'Later');
      desk.line.always(({ answer }) => {
        answer(refusal(429, 'told', { 'retry-after': text, date: 'Mon, 07 Jan 2030 08:00:00 GMT' }));
      });
      const { failure } = await desk.laptop.round();
      const told = (wait: number | undefined) =>
        wait === undefined ? 'by back-off' : `after ${String(wait)} s`;
      const asked = failure?.retryAfter;
      showRow(row(`429 with Retry-After: ${text}`, `busy, again ${told(seconds)}; ${THERE}`), [
        `${String(failure?.kind)}, again ${told(asked === undefined ? undefined : asked / 1000)}`,
        ...(await atRest(desk, { writes: 1 })),
      ]);
    });
  },
);
