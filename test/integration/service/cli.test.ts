import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { LIST, ServiceClient, rowsOf } from './service-client.ts';

const CLI = join(import.meta.dirname, '../../../src/service/cli.ts');

/** A process of the service as a person starts it. */
class Process {
  readonly child: ChildProcess;
  readonly output: string[] = [];
  errors = '';
  readonly #waiting = new Set<() => void>();

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void this.child.kill('SIGKILL'));
    const { stdout, stderr } = this.child;
    if (!stdout || !stderr) throw new Error('The process was started without its pipes.');
    createInterface(stdout).on('line', (line) => {
      this.output.push(line);
      for (const look of this.#waiting) look();
    });
    stderr.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
  }

  /** Resolves with the first line that matches. */
  line(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.output.map((line) => pattern.exec(line)).find((match) => match !== null);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      this.child.once('exit', () => {
        reject(new Error(`The process ended without ${String(pattern)}: ${this.errors}`));
      });
      look();
    });
  }

  /** Resolves with the exit code once everything it wrote has arrived. */
  async end(): Promise<unknown> {
    const [code] = (await once(this.child, 'close')) as [unknown];
    return code;
  }
}

const LISTENS = /^.*listens on (http:\/\/127\.0\.0\.1:(\d+)), token (.+)$/;

test.each([
  [['--colour', 'red'], '--colour'],
  [['--port', 'eighty'], '--port'],
  [['--port', '65536'], '--port'],
  [['--mode', 'ancient'], '--mode'],
  [['--records=-1'], '--records'],
  [['--records', '-1'], '--records'],
  [['--db', '/nowhere/at/all/service.db'], '--db'],
  [['--db', CLI], '--db'],
])('%j is answered with one line and exit code 2', async (args, named) => {
  const run = new Process(args);
  expect(await run.end()).toBe(2);
  expect(run.output).toEqual([]);
  expect(run.errors).toMatch(/^[^\n]+\n$/);
  expect(run.errors).toContain(named);
});

test('a port in use is answered with one line and exit code 2', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const port = String((other.address() as AddressInfo).port);
  const run = new Process(['--port', port]);
  expect(await run.end()).toBe(2);
  expect(run.output).toEqual([]);
  expect(run.errors).toBe(`--port ${port} is in use by another program.\n`);
});

test('serves what was asked for, says where in one line, and shows no more than a hint of a given token', async () => {
  const token = 'a-long-token-that-nobody-guesses';
  const flags = ['--port', '0', '--token', token, '--token', 'south:short', '--mode', 'origin'];
  const run = new Process([...flags, '--records', '30', '--seed', '7']);
  const [line, address = '', , shown] = await run.line(LISTENS);
  expect(line).toContain('(origin)');
  expect(shown).toBe('…sses, as given');
  const client = new ServiceClient(address, token);
  expect((await client.list()).body).toMatchObject({ meta: { pagination: { total_count: 30 } } });
  expect(rowsOf(await new ServiceClient(address, 'short').list())).toEqual([]);
  await run.line(/"msg":"request"/);
  expect(run.output.slice(1).every((text) => typeof JSON.parse(text) === 'object')).toBe(true);
  run.child.kill('SIGTERM');
  expect(await run.end()).toBe(0);
  expect(run.output.join('\n')).not.toContain(token);
  expect(run.errors).toBe('');
});

test('makes a token when none is given, and shows it', async () => {
  const run = new Process(['--port', '0']);
  const [, address = '', , token = ''] = await run.line(LISTENS);
  expect((await new ServiceClient(address, token).list()).status).toBe(200);
});

test('keeps its records in the file it is given', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'service-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const flags = ['--port', '0', '--token', 'our-token', '--db', join(folder, 'service.db')];
  const first = new Process(flags);
  const [, before = ''] = await first.line(LISTENS);
  const made = await new ServiceClient(before).make({ first_name: 'Anna' });
  first.child.kill('SIGINT');
  expect(await first.end()).toBe(0);
  const second = new Process(flags);
  const [, after = ''] = await second.line(LISTENS);
  expect((await new ServiceClient(after).get(made.id)).body).toEqual({ data: made });
});

test('finishes an open request before it ends on SIGTERM', async () => {
  const run = new Process(['--port', '0', '--token', 'our-token']);
  const [, address = ''] = await run.line(LISTENS);
  const body = JSON.stringify({ data: { type: 'key_accounts', attributes: { first_name: 'Anna' } } });
  const open = request(`${address}${LIST}`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer our-token',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    },
  });
  // The service has the request in hand once it asks for the body.
  open.flushHeaders();
  await once(open, 'continue');
  open.write(body.slice(0, 10));
  run.child.kill('SIGTERM');
  await run.line(/"msg":"stopping"/);
  await expect(fetch(address)).rejects.toThrow();
  open.end(body.slice(10));
  const [answer] = (await once(open, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  expect(answer.statusCode).toBe(201);
  expect(JSON.parse(text)).toMatchObject({ data: { attributes: { first_name: 'Anna' } } });
  expect(await run.end()).toBe(0);
});
