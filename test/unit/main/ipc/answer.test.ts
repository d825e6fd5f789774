import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fail, succeed } from '#shared/result.ts';
import { answer } from '../../../../src/main/ipc/answer.ts';
import type { Handler } from '../../../../src/main/ipc/handler.ts';
import { keptLog } from '../../../support/kept-log.ts';

const Input = z.strictObject({ name: z.string().max(5) });
type Input = z.infer<typeof Input>;

function door(run: Handler<Input, string>['run']): {
  readonly ask: (raw: unknown) => ReturnType<typeof answer>;
  readonly log: ReturnType<typeof keptLog>;
} {
  const log = keptLog();
  const newId = (): string => '54ecd774-ac41-4026-a103-03893eedeb53';
  const handler: Handler<Input, string> = { input: Input, run };
  return { log, ask: (raw) => answer({ channel: 'test.call', handler, log, newId }, raw) };
}

describe('a call of the bridge', () => {
  test('is answered with a value or an expected failure', async () => {
    expect(await door(({ name }) => succeed(name)).ask({ name: 'Mary' })).toEqual(succeed('Mary'));
    const refusal = fail({ code: 'not-connected' } as const);
    expect(await door(() => refusal).ask({ name: 'Mary' })).toEqual(refusal);
  });

  test.each([
    [undefined],
    [null],
    ['Mary'],
    [{}],
    [{ name: 3 }],
    [{ name: 'Maryanna' }],
    [{ name: 'Mary', more: 1 }],
    [[{ name: 'Mary' }]],
  ])('with %j does not reach the handler, and its content is not in the log', async (raw) => {
    let reached = false;
    const { ask, log } = door(() => {
      reached = true;
      return succeed('');
    });
    expect(await ask(raw)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(reached).toBe(false);
    expect(JSON.stringify(log.lines)).not.toContain('Mary');
  });

  test('that meets a bug answers a reference, which the log explains', async () => {
    const { ask, log } = door(() => {
      throw new Error('The record 7 has no base.');
    });
    expect(await ask({ name: 'Mary' })).toEqual(fail({ code: 'unexpected', reference: '54ecd774' }));
    expect(log.lines).toMatchObject([
      { level: 'error', facts: { channel: 'test.call', reference: '54ecd774' } },
    ]);
    expect(String(log.lines[0]?.facts?.['detail'])).toContain('The record 7 has no base.');
  });

  test('that meets a bug in a promise answers a reference too', async () => {
    const { ask } = door(() => Promise.reject(new Error('late')));
    expect(await ask({ name: 'Mary' })).toMatchObject({ failure: { code: 'unexpected' } });
  });

  test('that finds the disk full says that it is the disk', async () => {
    const { ask } = door(() => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    });
    expect(await ask({ name: 'Mary' })).toEqual(fail({ code: 'storage', reason: 'full' }));
  });
});
