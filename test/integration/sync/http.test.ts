import { createServer as createTcpServer, type Socket } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { httpRemote } from '../../../src/main/sync/http-remote.ts';
import { retryAfterOf } from '../../../src/main/sync/http-answer.ts';
import { systemClock } from '../../../src/main/system-ports.ts';
import { newRecordId } from '../../support/device.ts';

const limits = { headers: 150, idle: 150, total: 600, bytes: 100_000 };
const JSON_TYPE = { 'content-type': 'application/vnd.api+json' };

async function listen(server: {
  listen: (port: number, host: string, done: () => void) => unknown;
  address: () => unknown;
}): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function serverWith(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
}

const ask = (address: string, signal = new AbortController().signal) =>
  httpRemote({
    resource: keyAccounts,
    address,
    token: () => 'secret',
    transport: fetch,
    clock: systemClock,
    limits,
  }).get(newRecordId(), signal);

const kindAt = async (address: string): Promise<string> => {
  const answer = await ask(address);
  return answer.ok ? 'ok' : answer.failure.kind;
};

describe('every request ends, whatever answers', () => {
  test('no header in time', async () => {
    expect(await kindAt(await serverWith(() => undefined))).toBe('timeout');
  });

  test('a body that stops', async () => {
    const address = await serverWith((_request, response) => {
      response.writeHead(200, JSON_TYPE).write('{"data":');
    });
    expect(await kindAt(address)).toBe('timeout');
  });

  test('a body that trickles for ever', async () => {
    const address = await serverWith((_request, response) => {
      response.writeHead(200, JSON_TYPE);
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => {
        clearInterval(drip);
      });
    });
    expect(await kindAt(address)).toBe('timeout');
  });

  test('a line that is cut in the body', async () => {
    const address = await serverWith((_request, response) => {
      response
        .writeHead(200, { ...JSON_TYPE, 'content-length': '100' })
        .write('{"data":', () => response.destroy());
    });
    expect(await kindAt(address)).toBe('unreachable');
  });

  test('nobody listens', async () => {
    const server = createTcpServer();
    const address = await listen(server);
    await new Promise((done) => server.close(done));
    expect(await kindAt(address)).toBe('unreachable');
  });

  test('something that is not HTTP', async () => {
    const server = createTcpServer((socket: Socket) => {
      socket.end('NOT HTTP AT ALL\r\n\r\n');
    });
    onTestFinished(() => {
      server.close();
    });
    expect(await kindAt(await listen(server))).toBe('unreachable');
  });

  test('a small answer that unpacks into a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, ' '));
    expect(bomb.byteLength).toBeLessThan(limits.bytes);
    const address = await serverWith((_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await kindAt(address)).toBe('too-large');
  });

  test('a text that is no UTF-8', async () => {
    const address = await serverWith((_request, response) => {
      response.writeHead(200, JSON_TYPE).end(Buffer.from([0x22, 0xff, 0xfe, 0x22]));
    });
    expect(await kindAt(address)).toBe('wrong-shape');
  });

  test('a caller who gives up', async () => {
    const caller = new AbortController();
    const address = await serverWith(() => {
      caller.abort();
    });
    expect((await ask(address, caller.signal)).ok).toBe(false);
  });
});

test.each([301, 302, 303, 307, 308])(
  'a redirect by %i is refused, and the token does not follow it',
  async (status) => {
    let followed = 0;
    const elsewhere = await serverWith((_request, response) => {
      followed += 1;
      response.end();
    });
    const address = await serverWith((_request, response) => {
      response.writeHead(status, { location: elsewhere }).end();
    });
    expect(await kindAt(address)).toBe('redirected');
    expect(followed).toBe(0);
  },
);

test.each([
  [401, 'signed-out'],
  [403, 'forbidden'],
  [404, 'gone'],
  [408, 'busy'],
  [409, 'stale'],
  [410, 'gone'],
  [413, 'refused'],
  [415, 'refused'],
  [422, 'refused'],
  [425, 'busy'],
  [428, 'refused'],
  [429, 'busy'],
  [500, 'trouble'],
  [502, 'trouble'],
  [511, 'not-the-service'],
])('a %i in the service’s language means %s', async (status, kind) => {
  const address = await serverWith((_request, response) => {
    response.writeHead(status, JSON_TYPE).end('{"errors":[{"title":"no"}]}');
  });
  expect(await kindAt(address)).toBe(kind);
});

test.each([401, 403, 404, 409, 410, 422])(
  'a %i in HTML is some gateway’s and says nothing of the record',
  async (status) => {
    const address = await serverWith((_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>no</h1>');
    });
    expect(await kindAt(address)).toBe('not-the-service');
  },
);

test.each([
  ['seconds', '30', 30_000],
  ['none', undefined, undefined],
  ['an empty text', '', undefined],
  ['words', 'soon', undefined],
  ['an absurd number', '1000000000', 900_000],
  ['a negative number', '-5', 0],
  ['a date to come', 'Mon, 07 Jan 2030 08:01:00 GMT', 60_000],
  ['a date gone by', 'Mon, 07 Jan 2030 07:00:00 GMT', 0],
])('Retry-After as %s', (_form, value, expected) => {
  const headers = new Headers({
    date: 'Mon, 07 Jan 2030 08:00:00 GMT',
    ...(value !== undefined && { 'retry-after': value }),
  });
  expect(retryAfterOf(headers)).toBe(expected);
});
