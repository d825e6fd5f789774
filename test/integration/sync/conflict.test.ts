import { describe, expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { readDecision } from '../../../src/main/records/decisions.ts';
import { overwrite, readServerCopy } from '../../../src/main/sync/overwrite.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { after, FaultyLine, lostAnswer } from '../../support/faults.ts';
import { startWorld } from '../../support/world.ts';

async function inConflict(mode: (typeof MODE_NAMES)[number]) {
  const world = await startWorld({ mode });
  const line = new FaultyLine();
  const laptop = world.device(line.transport);
  await laptop.round();
  const id = await world.first();
  await world.colleague.edit(id, { first_name: 'Before', last_name: 'Before', email: 'before@x.example' });
  await laptop.round();
  laptop.edit(id, 'first_name', 'Mine');
  laptop.edit(id, 'last_name', 'Mine');
  await world.colleague.edit(id, { first_name: 'Theirs', last_name: 'Theirs' });
  await laptop.round();
  return { world, line, laptop, id };
}

describe.each(MODE_NAMES)('a conflict in %s mode', (mode) => {
  test('shows what was before, here and there, and holds the record back', async () => {
    const { laptop, id, line } = await inConflict(mode);
    const decision = readDecision(laptop.db, keyAccounts, id);
    expect(decision?.fields).toMatchObject([
      { field: 'first_name', base: 'Before', local: 'Mine', remote: 'Theirs', choice: undefined },
      { field: 'last_name', base: 'Before', local: 'Mine', remote: 'Theirs', choice: undefined },
    ]);
    const sent = line.sent('PUT').length;
    await laptop.round();
    expect(line.sent('PUT')).toHaveLength(sent);
  });

  test('keeps the answers given so far through a restart', async () => {
    const { laptop, id } = await inConflict(mode);
    laptop.choose(id, 'first_name', { side: 'yours' });
    laptop.restart();
    const decision = readDecision(laptop.db, keyAccounts, id);
    expect(decision?.fields.map(({ choice }) => choice)).toEqual([{ side: 'yours' }, undefined]);
    expect(laptop.save(id)).toMatchObject({
      ok: false,
      failure: { code: 'not-decided', fields: ['last_name'] },
    });
  });

  test('sends the result with the token of the version that was shown, never by overwrite', async () => {
    const { laptop, id, line, world } = await inConflict(mode);
    const shown = laptop.token(id);
    laptop.choose(id, 'first_name', { side: 'yours' });
    laptop.choose(id, 'last_name', { side: 'other', value: 'Both' });
    expect(laptop.save(id).ok).toBe(true);
    await laptop.round();
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Mine', last_name: 'Both' });
    const sent = line.sent('PUT').at(-1) as { data: { attributes: object } };
    expect(sent.data.attributes).toMatchObject({ updated_in_db_at: shown });
    expect(sent.data.attributes).not.toHaveProperty('overwrite');
  });

  test('the server’s side for every field leaves nothing to send', async () => {
    const { laptop, id, line } = await inConflict(mode);
    laptop.choose(id, 'first_name', { side: 'server' });
    laptop.choose(id, 'last_name', { side: 'server' });
    laptop.save(id);
    expect(laptop.record(id).state).toBe('clean');
    const sent = line.sent('PUT').length;
    await laptop.round();
    expect(line.sent('PUT')).toHaveLength(sent);
  });

  test('an answer stays when another field changes there, and is asked again when its own does', async () => {
    const { laptop, id, world } = await inConflict(mode);
    laptop.choose(id, 'first_name', { side: 'yours' });
    laptop.choose(id, 'last_name', { side: 'yours' });
    await world.colleague.edit(id, { last_name: 'Newer', email: 'newer@x.example' });
    await laptop.round();
    const decision = readDecision(laptop.db, keyAccounts, id);
    expect(decision?.fields).toMatchObject([
      { field: 'first_name', choice: { side: 'yours' } },
      { field: 'last_name', remote: 'Newer', choice: undefined },
    ]);
    expect(laptop.record(id).values['email']).toBe('newer@x.example');
  });

  test('a decision about an older version is refused as stale and changes nothing', async () => {
    const { laptop, id, world } = await inConflict(mode);
    const old = laptop.version(id);
    await world.colleague.edit(id, { email: 'newer@x.example' });
    await laptop.round();
    expect(laptop.version(id)).not.toBe(old);
    const { chooseField } = await import('../../../src/main/records/decide.ts');
    const choice = { side: 'yours' } as const;
    const at = '2026-11-20T10:00:00.000Z';
    const answer = chooseField(laptop.db, keyAccounts, { id, version: old, field: 'first_name', choice, at });
    expect(answer).toEqual({ ok: false, failure: { code: 'stale-decision', id } });
  });

  test('a colleague who writes once more between the decision and its sending is asked about again', async () => {
    const { laptop, id, world, line } = await inConflict(mode);
    laptop.choose(id, 'first_name', { side: 'yours' });
    laptop.choose(id, 'last_name', { side: 'yours' });
    laptop.save(id);
    line.next(
      'PUT',
      after(() => world.colleague.edit(id, { first_name: 'Third' })),
    );
    await laptop.round('edit');
    expect(laptop.record(id)).toMatchObject({ state: 'conflict', openDecisions: ['first_name'] });
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Third' });
  });

  test('closes by itself when the service comes to the same value', async () => {
    const { laptop, id, world } = await inConflict(mode);
    await world.colleague.edit(id, { first_name: 'Mine', last_name: 'Mine' });
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'clean', openDecisions: [] });
  });

  test('an overwrite shows the copy as it is now, goes out once, and keeps what it displaced', async () => {
    const { laptop, id, world, line } = await inConflict(mode);
    await world.colleague.edit(id, { email: 'now@x.example' });
    const copy = await readServerCopy(laptop.context(), id);
    expect(copy).toMatchObject({
      ok: true,
      value: { remote: { first_name: 'Theirs', email: 'now@x.example' } },
    });
    const done = await overwrite(laptop.context(), { id, version: laptop.version(id) });
    expect(done.ok).toBe(true);
    expect(await world.colleague.get(id)).toMatchObject({
      first_name: 'Mine',
      last_name: 'Mine',
      email: 'now@x.example',
    });
    expect(line.sent('PUT').at(-1)).toMatchObject({ data: { attributes: { overwrite: true } } });
    const { changes } = laptop.db.get(`SELECT changes FROM history WHERE kind = 'overwrite'`) as {
      changes: string;
    };
    expect(JSON.parse(changes)).toContainEqual({ field: 'first_name', before: 'Theirs', after: 'Mine' });
  });

  test('an overwrite with nothing but the service’s own values sends nothing', async () => {
    const { laptop, id, line } = await inConflict(mode);
    laptop.choose(id, 'first_name', { side: 'server' });
    laptop.choose(id, 'last_name', { side: 'server' });
    const sent = line.sent('PUT').length;
    const done = await overwrite(laptop.context(), { id, version: laptop.version(id) });
    expect(done.ok).toBe(true);
    expect(line.sent('PUT')).toHaveLength(sent);
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { first_name: 'Theirs' } });
  });

  test('an overwrite whose answer is lost is found out and never repeated', async () => {
    const { laptop, id, world, line } = await inConflict(mode);
    line.next('PUT', lostAnswer);
    const done = await overwrite(laptop.context(), { id, version: laptop.version(id) });
    expect(done).toMatchObject({ ok: false, failure: { code: 'service' } });
    world.clock.pass(3000);
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { first_name: 'Mine' } });
    const forced = line.sent('PUT').filter((body) => JSON.stringify(body).includes('"overwrite":true'));
    expect(forced).toHaveLength(1);
  });
});
