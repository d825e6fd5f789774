import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { OperationId } from '#shared/model/ids.ts';
import { Acts } from '../support/audit/acts.ts';
import { audit } from '../support/audit/audit.ts';
import { copyIn } from '../support/app/files.ts';
import { argumentsFor, environment, valueOf } from '../support/app/launch-app.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord, type TestService } from '../support/app/test-service.ts';
import { isAlive, until } from '../support/app/wait.ts';
import { isWhole } from '../support/matrix/depth.ts';
import { keepRow } from '../support/matrix/row.ts';
import { pass } from '../support/wire/fault-proxy.ts';

const KEPT = 'the edit is kept; all there, once';

/** Edits through the bridge, so that the answer is the app's word. */
async function edit(
  { api }: Pick<Laptop, 'api'>,
  acts: Acts,
  { id, attributes }: ServiceRecord,
  value: string,
) {
  const operation = OperationId.parse(randomUUID());
  acts.begin({ operation, id, kind: 'edit', values: { last_name: value } });
  const seen = String(attributes['last_name']);
  await valueOf(api.records.edit({ operation, id, field: 'last_name', value, seen }));
  acts.acknowledge(operation);
}

async function onePerson(service: TestService): Promise<ServiceRecord> {
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  return person;
}

/** Signs in again, waits until everything is saved, quits, and audits; answers what the row shows. */
async function atRest(laptop: Laptop, service: TestService, acts: Acts): Promise<string> {
  await valueOf(laptop.api.connection.connect({ address: service.address, token: TOKEN }));
  await laptop.screens.expectAllSaved();
  await laptop.close();
  const evidence = { file: copyIn(laptop.profileDir), service, acts: acts.all(), total: 12 };
  const problems = await audit(evidence, { isAtRest: true });
  return problems.length > 0 ? problems.join('; ') : KEPT;
}

function show(fault: string, seen: string, expected = KEPT): void {
  keepRow({ table: 'process', id: fault, fault, expected, seen });
  expect(seen).toBe(expected);
}

test('a second start while the first is being killed', async ({ launch, serve }) => {
  const service = await serve();
  const acts = new Acts();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await edit(first, acts, await onePerson(service), 'Killed-Then-Started');
  await first.kill();
  const second = await launch({ profileDir: first.profileDir });
  show('a second start right after the first was killed', await atRest(second, service, acts));
});

test('a lock that another computer left in a copied profile', async ({ launch, serve }) => {
  const service = await serve();
  const acts = new Acts();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await edit(first, acts, await onePerson(service), 'Copied-Along');
  await first.kill();
  rmSync(join(first.profileDir, 'SingletonLock'), { force: true });
  symlinkSync('another-computer-4711', join(first.profileDir, 'SingletonLock'));
  const second = await launch({ profileDir: first.profileDir });
  show('a lock that another computer left in a copied profile', await atRest(second, service, acts));
});

test('eight starts at once', async ({ launch, serve }) => {
  const service = await serve();
  const acts = new Acts();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await edit(first, acts, await onePerson(service), 'One-Writer');
  const executable = await first.electronApp.evaluate(() => process.execPath);
  const codes = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      await sleep(index * 40);
      const child = spawn(executable, argumentsFor(first.profileDir), {
        env: environment(),
        stdio: 'ignore',
      });
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    }),
  );
  expect(codes).toEqual(codes.map(() => 0));
  show('eight more starts while the app runs: each ends with 0', await atRest(first, service, acts));
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} while edits come in`, async ({ launch, serve }) => {
    const service = await serve();
    const person = await onePerson(service);
    const acts = new Acts();
    const first = await launch();
    await first.screens.connect({ address: service.address, token: TOKEN });
    let told = 0;
    const working = (async () => {
      for (; told < 200; told += 1) await edit(first, acts, person, `Told-${String(told)}`);
    })().catch(() => undefined);
    await until('some edits are answered', () => told > 3);
    process.kill(first.pid, signal);
    // The app has two seconds to end in order.
    await until(`the app is gone after ${signal}`, () => !isAlive(first.pid), 5000);
    await working;
    const second = await launch({ profileDir: first.profileDir });
    show(`${signal} while edits come in`, await atRest(second, service, acts));
  });
}

test('the whole app is stopped for a while with a request open', async ({ launch, serve, lineTo }) => {
  const service = await serve();
  const line = await lineTo(service);
  const person = await onePerson(service);
  const acts = new Acts();
  const laptop = await launch();
  await laptop.screens.connect({ address: line.address, token: TOKEN });
  const held = line.next(
    ({ method }) => method === 'PUT',
    async ({ forward, cut }) => {
      await forward();
      process.kill(-laptop.pid, 'SIGSTOP');
      await sleep(isWhole ? 20_000 : 3000);
      cut();
      process.kill(-laptop.pid, 'SIGCONT');
    },
  );
  await edit(laptop, acts, person, 'Asleep');
  await held;
  line.always(pass);
  await laptop.screens.expectAllSaved();
  await laptop.close();
  const evidence = { file: copyIn(laptop.profileDir), service, acts: acts.all(), total: 12 };
  const problems = await audit(evidence, { isAtRest: true });
  expect(service.writes('PUT')).toBe(1);
  show(
    'the whole app is stopped (SIGSTOP) with a request open, then goes on',
    problems.length > 0 ? problems.join('; ') : KEPT,
  );
});
