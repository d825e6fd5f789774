import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { describe, expect, test } from 'vitest';
import { readResourceState } from '../../../src/main/database/sync-state.ts';
import { NEVER_REFUSED, probe, probeOnce } from '../../../src/main/sync/probe.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import type { Fault } from '../../support/faults.ts';
import { always, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

const probed = async ({ laptop }: SyncedLaptop) => {
  const answer = await probe(laptop.context());
  if (!answer.ok) throw new Error(answer.failure.detail);
  return answer.value.traits;
};

const isPut = ({ method }: { readonly method: string }): boolean => method === 'PUT';

/** A service that takes any token which is at most so many milliseconds off. */
const tolerant =
  (tolerance: number, newest: () => Promise<string>): Fault =>
  async (url, request, real) => {
    const body = JSON.parse(request.body ?? '') as { data: { attributes: Record<string, unknown> } };
    const { attributes } = body.data;
    const token = await newest();
    const off = Math.abs(Date.parse(token) - Date.parse(String(attributes['updated_in_db_at'])));
    if (off <= tolerance) attributes['updated_in_db_at'] = token;
    return real(url, { ...request, body: JSON.stringify(body) });
  };

const tokenOf = async ({ world }: SyncedLaptop): Promise<string> => {
  const { body } = await world.colleague.request('GET', '?per_page=1&sort=created_at');
  return (
    (body as { data: { attributes: { updated_in_db_at: string } }[] }).data[0]?.attributes.updated_in_db_at ??
    ''
  );
};

describe('the contract probe', () => {
  test('tells a service in modern mode by its answers', async () => {
    const desk = await syncedLaptop({ mode: 'modern' });
    await desk.world.colleague.edit(desk.id, { first_name: 'Ana' });
    expect(await probed(desk)).toMatchObject({
      precision: 'milliseconds',
      isTokenEditTime: false,
      tolerance: 0,
      showsCurrent: true,
      hasDelta: true,
      hasEtags: true,
    });
  });

  test('tells a service in origin mode by its answers', async () => {
    const desk = await syncedLaptop({ mode: 'origin' });
    expect(await probed(desk)).toMatchObject({
      precision: 'seconds',
      isTokenEditTime: true,
      tolerance: 0,
      showsCurrent: false,
      hasDelta: false,
    });
  });

  test.each(MODE_NAMES)('changes nothing on the service, in %s mode', async (mode) => {
    const desk = await syncedLaptop({ mode });
    const before = await desk.world.colleague.request('GET', '?per_page=100');
    await probe(desk.laptop.context());
    expect((await desk.world.colleague.request('GET', '?per_page=100')).body).toEqual(before.body);
  });

  test('measures within which time a service takes an older token', async () => {
    const desk = await syncedLaptop({ mode: 'modern' });
    always(
      desk,
      isPut,
      tolerant(30, () => tokenOf(desk)),
    );
    expect(await probed(desk)).toMatchObject({ tolerance: 100 });
    always(
      desk,
      isPut,
      tolerant(1500, () => tokenOf(desk)),
    );
    expect(await probed(desk)).toMatchObject({ tolerance: 2000 });
  });

  test('notices a service that refuses no token, and the push asks it before every write', async () => {
    const desk = await syncedLaptop({ mode: 'modern' });
    always(
      desk,
      isPut,
      tolerant(Number.MAX_SAFE_INTEGER, () => tokenOf(desk)),
    );
    await probeOnce(desk.laptop.context());
    expect(readResourceState(desk.laptop.db, keyAccounts, 'traits')).toMatchObject({
      tolerance: NEVER_REFUSED,
    });
    desk.laptop.edit(desk.id, 'first_name', 'Mine');
    desk.line.seen.length = 0;
    await desk.laptop.round('edit');
    expect(desk.line.seen.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });

  test('is made once, and what it measured is the margin of every seal', async () => {
    const desk = await syncedLaptop({ mode: 'modern' });
    always(
      desk,
      isPut,
      tolerant(1500, () => tokenOf(desk)),
    );
    await probeOnce(desk.laptop.context());
    desk.line.seen.length = 0;
    await probeOnce(desk.laptop.context());
    expect(desk.line.seen).toEqual([]);
    await desk.world.colleague.edit(desk.id, { first_name: 'Theirs' });
    await desk.laptop.round();
    // Five seconds after the write its token is sealed, with the margin of two.
    desk.laptop.edit(desk.id, 'last_name', 'Mine');
    await desk.laptop.round('edit');
    expect(desk.laptop.record(desk.id).state).toBe('clean');
  });
});
