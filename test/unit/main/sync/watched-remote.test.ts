import { expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import type { Answer, Remote } from '../../../../src/main/sync/remote.ts';
import { watchedRemote, type UnderWay } from '../../../../src/main/sync/watched-remote.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';

const id = RecordId.parse('a');

const never = <Value>(): Promise<Answer<Value>> => new Promise(() => undefined);

/** A line that neither answers nor fails, nor heeds anybody who gives it up. */
const silent: Remote = { list: never, changes: never, get: never, create: never, update: never };

function watched() {
  const clock = new VirtualClock();
  const told: (UnderWay | undefined)[] = [];
  const remote = watchedRemote(silent, { clock, onSlow: (request) => told.push(request) });
  return { clock, told, remote };
}

test('a slow request is told with its record, and given up after its deadline', async () => {
  const { clock, told, remote } = watched();
  const answer = remote.get(id, new AbortController().signal);
  clock.pass(44_000);
  await Promise.resolve();
  expect(told).toEqual([]);
  clock.pass(2000);
  await Promise.resolve();
  expect(told).toEqual([{ id }]);
  clock.pass(105_000);
  expect(await answer).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  expect(told).toEqual([{ id }, undefined]);
  expect(clock.next).toBeUndefined();
});

test('a request that its caller gives up ends at once, whatever the line does', async () => {
  const { clock, told, remote } = watched();
  const caller = new AbortController();
  const answer = remote.get(id, caller.signal);
  caller.abort();
  expect(await answer).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
  expect(told).toEqual([]);
  expect(clock.next).toBeUndefined();
});
