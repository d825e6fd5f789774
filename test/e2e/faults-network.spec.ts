import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { RecordDetail } from '#shared/model/record.ts';
import { OperationId } from '#shared/model/ids.ts';
import type { Round } from '#shared/model/sync-status.ts';
import { audit } from '../support/audit/audit.ts';
import { Acts } from '../support/audit/acts.ts';
import { copyIn } from '../support/app/files.ts';
import { valueOf, type Calls } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord } from '../support/app/test-service.ts';
import { until } from '../support/app/wait.ts';
import { addressRows } from '../support/matrix/address-rows.ts';
import { asDeep, isWhole } from '../support/matrix/depth.ts';
import { lineRows } from '../support/matrix/line-rows.ts';
import type { Changed, NetworkRow, Shown } from '../support/matrix/network-row.ts';
import { networkWords } from '../support/matrix/network-words.ts';
import { openOtherServers } from '../support/matrix/other-servers.ts';
import { keepRow } from '../support/matrix/row.ts';
import { shapeRows } from '../support/matrix/shape-rows.ts';
import { statusRows } from '../support/matrix/status-rows.ts';
import { pass, type FaultProxy } from '../support/wire/fault-proxy.ts';

const [firstSlow] = lineRows.filter(({ isSlow }) => isSlow === true);
// Every deadline is the same code; the first of them is waited out in real time.
const rows = [...lineRows, ...statusRows, ...shapeRows].filter(
  (row) => row.isSlow !== true || row === firstSlow,
);

/** Asks for a round and waits for its end. */
async function roundOf(api: Calls): Promise<Round> {
  const newest = async (): Promise<Round | undefined> =>
    (await valueOf(api.sync.rounds())).find(({ trigger }) => trigger === 'person');
  const before = (await newest())?.id ?? 0;
  await valueOf(api.sync.now());
  let round: Round | undefined;
  await until(
    'the round has ended',
    async () => {
      round = await newest();
      return (round?.id ?? 0) > before;
    },
    60_000,
  );
  if (!round) throw new Error('There was no round.');
  return round;
}

function changedAs({ failure }: Round, { state }: RecordDetail): Changed {
  if (failure && failure.kind !== 'local-copy') return failure.kind;
  if (state === 'needs-attention') return 'needs attention';
  if (state === 'missing') return 'missing';
  return state === 'clean' ? 'sent' : 'waits';
}

type Field = {
  readonly api: Calls;
  readonly line: FaultProxy;
  readonly elsewhere: FaultProxy;
  readonly acts: Acts;
  readonly person: ServiceRecord;
};

/** Lets an unsent edit meet the fault in the list and in the write, then heals the line. */
async function meet(
  { api, line, elsewhere, acts, person }: Field,
  row: NetworkRow,
  value: string,
): Promise<Shown> {
  const { id } = person;
  const operation = OperationId.parse(randomUUID());
  const { values } = await valueOf(api.records.get({ id }));
  acts.begin({ operation, id, kind: 'edit', values: { last_name: value } });
  const seen = values['last_name'] ?? null;
  await valueOf(api.records.edit({ operation, id, field: 'last_name', value, seen }));
  acts.acknowledge(operation);
  const others = await openOtherServers(line.address);
  const fault = row.fault({ elsewhere, others });
  line.always(fault);
  const list = (await roundOf(api)).failure?.kind ?? 'whole';
  line.always((exchange) => (exchange.request.method === 'PUT' ? fault : pass)(exchange));
  const change = changedAs(await roundOf(api), await valueOf(api.records.get({ id })));
  line.always(pass);
  await others.close();
  if (change === 'needs attention') await valueOf(api.records.tryAgain({ id }));
  await until('everything is saved', async () => {
    await roundOf(api);
    return (await valueOf(api.sync.status())).allSaved;
  });
  return { list, change };
}

/** What the app has to show; a list that lacks a row cannot be told from a whole one by its round. */
function shownInApp(row: NetworkRow): Shown {
  const shown = { ...row.shown, ...row.inMode?.modern, ...row.inApp };
  return shown.list === 'partial' ? { ...shown, list: 'whole' } : shown;
}

test('the app itself on every bad line: nothing lost, nothing doubled', async ({ launch, serve, lineTo }) => {
  test.setTimeout(isWhole ? 1_200_000 : 240_000);
  const service = await serve();
  const [line, elsewhere] = [await lineTo(service), await lineTo(service)];
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { api, screens, close, profileDir } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  const acts = new Acts();
  const wrong: unknown[] = [];
  for (const [index, row] of asDeep(rows).entries()) {
    service.passTime(5000);
    const expected = shownInApp(row);
    const seen = await meet({ api, line, elsewhere, acts, person }, row, `Row-${String(index)}`);
    const words = [networkWords(expected, []), networkWords(seen, [])];
    const id = String(rows.indexOf(row) + 1).padStart(3, '0');
    keepRow({ table: 'network-app', id, fault: row.name, expected: words[0] ?? '', seen: words[1] ?? '' });
    if (words[0] !== words[1]) wrong.push([row.name, ...words]);
  }
  await close();
  const file = copyIn(profileDir);
  const found = await audit({ file, service, acts: acts.all(), total: 12 }, { isAtRest: true });
  expect(wrong).toEqual([]);
  expect(found).toEqual([]);
  expect(elsewhere.connections).toBe(0);
});

test('the app is told what is wrong with an address before it keeps it', async ({
  launch,
  serve,
  lineTo,
}) => {
  test.setTimeout(120_000);
  const service = await serve();
  const others = await openOtherServers(service.address);
  const elsewhere = await lineTo(service);
  const { api } = await launch();
  for (const [index, row] of addressRows.entries()) {
    const answer = await api.connection.test({
      address: row.goesTo?.({ elsewhere, others }) ?? '',
      token: TOKEN,
    });
    const failure = answer.ok ? undefined : answer.failure;
    const kind = failure?.code === 'service' ? failure.failure.kind : (failure?.code ?? 'taken');
    const expected = { ...row.shown, ...row.inApp }.list;
    keepRow({
      table: 'network-app',
      id: `address ${String(index)}`,
      fault: `test connection: ${row.name}`,
      expected,
      seen: kind,
    });
    expect([row.name, kind]).toEqual([row.name, expected]);
  }
  await others.close();
});
