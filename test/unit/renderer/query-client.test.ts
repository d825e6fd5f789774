import { onlineManager } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../src/renderer/api/query-client.ts';
import { throttle } from '../../../src/renderer/api/throttle.ts';

afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

describe('the cache of the main process’s answers', () => {
  test('answers while the network is gone, for everything is on this laptop', async () => {
    onlineManager.setOnline(false);
    const client = createQueryClient();
    const answer = client.query({ queryKey: ['a'], queryFn: () => Promise.resolve('here') });
    await expect(answer).resolves.toBe('here');
  });

  test('reports a failure at once, without trying again', async () => {
    const client = createQueryClient();
    let tries = 0;
    const answer = client.query({
      queryKey: ['a'],
      queryFn: () => {
        tries += 1;
        return Promise.reject(new Error('no'));
      },
    });
    await expect(answer).rejects.toThrow('no');
    expect(tries).toBe(1);
  });

  test('asks nothing again but on the main process’s word', () => {
    const { queries, mutations } = createQueryClient().getDefaultOptions();
    expect(queries).toMatchObject({
      networkMode: 'always',
      retry: false,
      refetchOnReconnect: false,
      refetchOnWindowFocus: false,
    });
    expect(mutations).toMatchObject({ networkMode: 'always', retry: false });
  });
});

describe('a stream of notices', () => {
  test('acts on the first at once and on the rest together', () => {
    vi.useFakeTimers();
    const seen: (readonly number[])[] = [];
    const notice = throttle<number>(200, (items) => seen.push(items));
    notice(1);
    expect(seen).toEqual([[1]]);
    notice(2);
    notice(3);
    expect(seen).toEqual([[1]]);
    vi.advanceTimersByTime(200);
    expect(seen).toEqual([[1], [2, 3]]);
    vi.advanceTimersByTime(1000);
    notice(4);
    expect(seen).toEqual([[1], [2, 3], [4]]);
  });
});
