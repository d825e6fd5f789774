import { gzipSync } from 'node:zlib';
import { wireOf } from '../wire/message.ts';
import type { Exchange, Fault } from '../wire/fault-proxy.ts';
import { HASTE } from '../hasty-clock.ts';
import { withBody, zipped } from './answers.ts';
import { both, changed, fine, one, type NetworkRow } from './network-row.ts';

/** Sends some bytes again and again, a virtual second apart, for as long as the app waits. */
function trickle({ send, isOpen }: Exchange, next: () => Buffer | string | undefined): void {
  const step = setInterval(() => {
    const bytes = isOpen() ? next() : undefined;
    if (bytes === undefined) clearInterval(step);
    else send(bytes);
  }, 1000 / HASTE);
}

/** The answer's bytes one by one. */
function byteByByte(bytes: Buffer, from = 0): () => Buffer | undefined {
  let at = from;
  return () => {
    at += 1;
    return at <= bytes.length ? bytes.subarray(at - 1, at) : undefined;
  };
}

const cutAt =
  (framing: 'length' | 'chunked' | 'close', share: number): (() => Fault) =>
  () =>
  async ({ forward, sendAndCut, sendAndEnd }) => {
    const { bytes, bodyAt } = wireOf(await forward(), framing);
    const part = bytes.subarray(0, bodyAt + Math.floor((bytes.length - bodyAt) * share));
    // Only the end of the connection tells the end of such a body: it comes in good order, and too early.
    if (framing === 'close') sendAndEnd(part);
    else sendAndCut(part);
  };

const big = (mebibytes: number): string => `{"data":[${' '.repeat(mebibytes * 1024 * 1024)}]}`;

/** What happens to bytes on their way. */
export const lineRows: readonly NetworkRow[] = [
  {
    name: 'the request is lost on its way',
    fault: () => (exchange) => {
      exchange.cut();
    },
    shown: both('unreachable'),
  },
  {
    name: 'the answer is lost on its way: the service has acted',
    fault: () => async (exchange) => {
      await exchange.forward();
      exchange.cut();
    },
    shown: both('unreachable'),
  },
  {
    name: 'the connection is reset before the answer',
    fault: () => (exchange) => {
      exchange.reset();
    },
    shown: both('unreachable'),
  },
  {
    name: 'no answer for ever after the connection was taken',
    fault: () => () => undefined,
    shown: one('timeout'),
    isSlow: true,
  },
  {
    name: 'the service acts, and its answer hangs after half of the status line',
    fault: () => async (exchange) => {
      await exchange.forward();
      exchange.send('HTTP/1.1 20');
    },
    shown: one('timeout'),
    isSlow: true,
  },
  {
    name: 'the answer hangs in the middle of its body',
    fault: () => async (exchange) => {
      const { bytes, bodyAt } = wireOf(await exchange.forward());
      exchange.send(bytes.subarray(0, bodyAt + 40));
    },
    shown: one('timeout'),
    isSlow: true,
  },
  {
    name: 'headers trickle, one byte a second',
    fault: () => async (exchange) => {
      trickle(exchange, byteByByte(wireOf(await exchange.forward()).bytes));
    },
    shown: one('timeout'),
    isSlow: true,
  },
  {
    name: 'a body of blanks trickles for ever, one a second',
    fault: () => async (exchange) => {
      const { bytes, bodyAt } = wireOf(await exchange.forward(), 'close');
      exchange.send(bytes.subarray(0, bodyAt));
      trickle(exchange, () => ' ');
    },
    shown: one('timeout'),
    isSlow: true,
  },
  {
    name: 'the answer comes late, but in time',
    fault: () => async (exchange) => {
      const { bytes } = wireOf(await exchange.forward());
      const halves = [bytes.subarray(0, 100), bytes.subarray(100)];
      trickle(exchange, () => halves.shift());
    },
    shown: fine,
  },
  {
    name: 'a body shorter than its Content-Length',
    fault: cutAt('length', 0.6),
    shown: both('unreachable'),
  },
  { name: 'a body without a length ends early', fault: cutAt('close', 0.6), shown: one('wrong-shape') },
  {
    name: 'a chunked body breaks off within a chunk',
    fault: cutAt('chunked', 0.6),
    shown: one('wrong-shape'),
    inApp: both('unreachable'),
  },
  {
    name: 'a chunked body breaks off before its last chunk',
    fault:
      () =>
      async ({ forward, sendAndCut }) => {
        sendAndCut(wireOf(await forward(), 'chunked').bytes.subarray(0, -5));
      },
    shown: fine,
    inApp: both('unreachable'),
  },
  {
    name: 'a chunk says a length that is no number',
    fault: () => async (exchange) => {
      const { bytes, bodyAt } = wireOf(await exchange.forward(), 'chunked');
      exchange.sendAndEnd(Buffer.concat([bytes.subarray(0, bodyAt), Buffer.from('zz\r\n{"data"')]));
    },
    shown: both('unreachable'),
  },
  {
    name: 'a body ends within a character',
    fault: changed((answer) =>
      withBody(
        answer,
        Buffer.concat([Buffer.from(answer.body).subarray(0, 60), Buffer.from('ü').subarray(0, 1)]),
      ),
    ),
    shown: one('wrong-shape'),
  },
  {
    name: 'a compressed answer',
    fault: changed(zipped),
    shown: fine,
  },
  {
    name: 'a compressed body breaks off',
    fault:
      () =>
      async ({ forward, cutWithin }) => {
        const answer = zipped(await forward());
        cutWithin(answer, Math.floor(answer.body.length / 2));
      },
    shown: both('unreachable'),
  },
  {
    name: 'a compressed body ends early, in good order',
    fault: changed((answer) => {
      const whole = zipped(answer);
      return withBody(whole, Buffer.from(whole.body).subarray(0, Math.floor(whole.body.length / 2)));
    }),
    shown: one('wrong-shape'),
  },
  {
    name: 'a body that says it is compressed and is not',
    fault: changed((answer) => ({ ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } })),
    shown: both('unreachable'),
  },
  {
    name: 'a small body that unpacks to 64 MiB',
    fault: changed((answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-encoding': 'gzip' },
      body: gzipSync(big(64)),
    })),
    shown: one('too-large'),
  },
  {
    name: 'a body of 50 MiB',
    fault: changed((answer) => withBody(answer, big(50))),
    shown: one('too-large'),
  },
  {
    name: 'garbage instead of HTTP',
    fault: () => async (exchange) => {
      await exchange.forward();
      exchange.sendAndEnd(Buffer.from([0xff, 0x00, 0xfe, 0x07, 0x0a, 0x41, 0x0a, 0x0a, 0x00, 0xc3]));
    },
    shown: both('unreachable'),
  },
  {
    name: 'headers of 400 KiB',
    fault: changed((answer) => ({
      ...answer,
      headers: { ...answer.headers, 'x-long': 'x'.repeat(400 * 1024) },
    })),
    shown: both('unreachable'),
  },
  {
    name: 'an early hint comes before the answer',
    fault: () => async (exchange) => {
      const { bytes } = wireOf(await exchange.forward());
      exchange.sendAndEnd(
        Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'), bytes]),
      );
    },
    shown: fine,
  },
  {
    name: 'the line delivers the request twice, and the first answer',
    fault:
      () =>
      async ({ forward, answer }) => {
        const first = await forward();
        await forward();
        answer(first);
      },
    shown: fine,
    isDoubled: true,
  },
  {
    name: 'the line delivers the request twice, and the second answer',
    fault:
      () =>
      async ({ forward, answer }) => {
        await forward();
        answer(await forward());
      },
    shown: fine,
    isDoubled: true,
  },
  {
    name: 'two answers come on one connection',
    fault: () => async (exchange) => {
      const { bytes } = wireOf(await exchange.forward());
      exchange.sendAndEnd(Buffer.concat([bytes, bytes]));
    },
    shown: fine,
  },
];
