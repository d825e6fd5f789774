import { expect, test } from 'vitest';
import { readState } from '../../../src/main/database/sync-state.ts';
import type { Fault } from '../../support/faults.ts';
import { rounds, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';

/** Answers with what the service said to the same kind of request some time before. */
const heldBack = async ({ world }: SyncedLaptop, path: string): Promise<Fault> => {
  const response = await fetch(`${world.address}/api/v2/user/key_accounts${path}`, {
    headers: { authorization: 'Bearer field-token' },
  });
  const body = await response.text();
  const headers = { 'content-type': 'application/vnd.api+json', date: response.headers.get('date') ?? '' };
  return () => Promise.resolve(new Response(body, { status: 200, headers }));
};

test.each(MODE_NAMES)(
  'a replica that is behind for one round is not believed, also where an edit waits, in %s mode',
  async (mode) => {
    const desk = await syncedLaptop({ mode });
    const { laptop, line, id, world } = desk;
    const stale = await heldBack(desk, `/${id}`);
    const staleList = await heldBack(desk, '?page=1&per_page=150&sort=created_at');
    await world.colleague.edit(id, { first_name: 'Theirs' });
    await rounds(desk, 1);
    laptop.edit(id, 'last_name', 'Mine');
    const honest = laptop.options.transport ?? fetch;
    laptop.options.transport = (url, request) => {
      if (request.method !== 'GET') return honest(url, request);
      return (url.includes('?') ? staleList : stale)(url, request, line.transport);
    };
    await laptop.round();
    laptop.options.transport = honest;
    expect(laptop.record(id).values).toMatchObject({ first_name: 'Theirs', last_name: 'Mine' });
    await rounds(desk, 2);
    expect(laptop.record(id)).toMatchObject({
      state: 'clean',
      values: { first_name: 'Theirs', last_name: 'Mine' },
    });
    expect(readState(laptop.db, 'rewound')).toBeUndefined();
  },
);
