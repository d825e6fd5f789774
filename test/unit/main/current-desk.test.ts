import { describe, expect, test } from 'vitest';
import type { AppState, StorageProblem } from '#shared/model/app-state.ts';
import { fail, succeed } from '#shared/result.ts';
import { createCurrentDesk, type CurrentDesk, type DeskChoice } from '../../../src/main/current-desk.ts';
import type { Desk } from '../../../src/main/desk.ts';

const problem: StorageProblem = { kind: 'corrupt', file: 'b.db', detail: 'not a database' };

const choiceOf = (label: string, more: Partial<DeskChoice> = {}): DeskChoice => ({
  connection: { kind: 'service', address: `https://${label}.example`, label },
  owner: { address: `https://${label}.example`, account: 0 },
  file: `${label}.db`,
  token: () => undefined,
  ...more,
});

function setUp(runtimeProblem?: StorageProblem): {
  readonly current: CurrentDesk;
  readonly events: string[];
  readonly states: AppState[];
} {
  const events: string[] = [];
  const states: AppState[] = [];
  const current = createCurrentDesk({
    runtimeProblem,
    onState: (state) => states.push(state),
    open: ({ connection, file }) => {
      if (file === problem.file) return Promise.resolve(fail(problem));
      events.push(`open ${connection.label}`);
      const close = async (): Promise<void> => {
        await Promise.resolve();
        events.push(`close ${connection.label}`);
      };
      return Promise.resolve(succeed({ connection, close } as Desk));
    },
  });
  return { current, events, states };
}

describe('the current desk', () => {
  test('is none at a first run', async () => {
    const { current } = setUp();
    expect(await current.state()).toEqual({ screen: 'first-run' });
    expect(current.desk()).toBeUndefined();
  });

  test('is closed before the next one opens, even when two are asked for at once', async () => {
    const { current, events, states } = setUp();
    const release = (): Promise<void> => {
      events.push('release first');
      return Promise.resolve();
    };
    const first = current.change(() => Promise.resolve(choiceOf('first', { release })));
    const second = current.change(() => Promise.resolve(choiceOf('second')));
    await Promise.all([first, second]);
    expect(events).toEqual(['open first', 'close first', 'release first', 'open second']);
    expect(states.map(({ screen }) => screen)).toEqual(['desk', 'desk']);
    expect(current.desk()?.connection.label).toBe('second');
  });

  test('lets a question for the state wait for a switch that is under way', async () => {
    const { current } = setUp();
    void current.change(() => Promise.resolve(choiceOf('first')));
    expect(await current.state()).toMatchObject({ screen: 'desk' });
  });

  test('that cannot be opened is a storage problem, never a first run', async () => {
    const { current } = setUp();
    expect(await current.change(() => Promise.resolve(choiceOf('b')))).toEqual({
      screen: 'storage-problem',
      problem,
    });
    expect(current.desk()).toBeUndefined();
  });

  test('opens nothing in a runtime that cannot, and says so at once', async () => {
    const { current, events } = setUp({ ...problem, kind: 'runtime' });
    const state = await current.change(() => Promise.resolve(undefined));
    expect(state).toMatchObject({ screen: 'storage-problem', problem: { kind: 'runtime' } });
    expect(events).toEqual([]);
  });

  test('leaves the app at the first run, and usable, when the work before it fails', async () => {
    const { current, states } = setUp();
    await current.change(() => Promise.resolve(choiceOf('first')));
    await expect(current.change(() => Promise.reject(new Error('no service')))).rejects.toThrow('no service');
    expect(states.at(-1)).toEqual({ screen: 'first-run' });
    expect(await current.change(() => Promise.resolve(choiceOf('second')))).toMatchObject({ screen: 'desk' });
  });

  test('stays closed after the app was told to end', async () => {
    const { current, events } = setUp();
    await current.change(() => Promise.resolve(choiceOf('first')));
    const closing = current.close();
    await current.change(() => Promise.resolve(choiceOf('second')));
    await closing;
    expect(events).toEqual(['open first', 'close first']);
  });
});
