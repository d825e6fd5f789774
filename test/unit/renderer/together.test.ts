import { expect, test } from 'vitest';
import { together } from '../../../src/renderer/api/together.ts';

function held(): { readonly promise: Promise<string>; readonly answer: (text: string) => void } {
  let answer = (_text: string): void => undefined;
  const promise = new Promise<string>((resolve) => {
    answer = resolve;
  });
  return {
    promise,
    answer: (text) => {
      answer(text);
    },
  };
}

test('answers that were asked for in one turn come in one turn, the one that failed among them', async () => {
  const slow = held();
  const come: string[] = [];
  const quick = together(Promise.resolve('quick')).then((answer) => come.push(answer));
  const failed = together(Promise.reject(new Error('failed'))).catch(() => come.push('failed'));
  const last = together(slow.promise).then((answer) => come.push(answer));
  await new Promise((resolve) => setTimeout(resolve));
  expect(come).toEqual([]);
  slow.answer('slow');
  await Promise.all([quick, failed, last]);
  expect(come).toEqual(['quick', 'failed', 'slow']);
});

test('what is asked for later does not wait for it', async () => {
  const slow = held();
  const first = together(slow.promise);
  await Promise.resolve();
  expect(await together(Promise.resolve('later'))).toBe('later');
  slow.answer('slow');
  expect(await first).toBe('slow');
});
