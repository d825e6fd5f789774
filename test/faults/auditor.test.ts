import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { Acts } from '../support/audit/acts.ts';
import { audit, type Evidence } from '../support/audit/audit.ts';
import { newRecordId } from '../support/device.ts';
import { deskIn } from '../support/matrix/custom-row.ts';
import type { KillDesk } from '../support/matrix/kill-desk.ts';

const twin = { first_name: 'Twin', email: 'twin@example.org' };

/** A laptop with an unsent edit, closed, so that its files can be spoilt. */
async function leftDesk(): Promise<{ desk: KillDesk; id: RecordId }> {
  const desk = await deskIn({});
  await desk.laptop.round();
  desk.world.clock.pass(5000);
  const [id] = desk.laptop.ids();
  if (!id) throw new Error('The service has nobody.');
  desk.person.edit(id, 'last_name', 'Typed');
  desk.leave();
  return { desk, id };
}

async function findings(desk: KillDesk, more: Partial<Evidence> = {}, isAtRest = false): Promise<string> {
  const acts = new Acts(desk.actsFile).all();
  const evidence = { file: desk.file, service: desk.world.colleague, acts, theirs: desk.theirs, ...more };
  return (await audit(evidence, { isAtRest })).join('\n');
}

function spoil(desk: KillDesk, sql: string): void {
  const database = new BetterSqlite3(desk.file);
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
}

describe('the auditor', () => {
  it('finds nothing where nothing is wrong', async () => {
    const { desk } = await leftDesk();
    expect(await findings(desk)).toBe('');
  });

  it.each([
    [
      'I1',
      'an edit that is gone',
      `UPDATE records SET local = base; DELETE FROM outbox; UPDATE records SET state = 'clean'`,
    ],
    ['I3', 'an edit without its outbox entry', 'DELETE FROM outbox'],
    ['I3', 'an edit without its line of history', `DELETE FROM history WHERE kind = 'edit'`],
    ['I3', 'an outbox entry without an edit', `UPDATE records SET local = base`],
    ['I10', 'a state that is not so', `UPDATE records SET state = 'clean'`],
    ['I6', 'a cursor that is past a row', `UPDATE records SET token = 'older' WHERE state = 'clean'`],
    ['rows have lost their record', 'a row without its record', 'DELETE FROM records'],
  ])('finds %s: %s', async (name, _what, sql) => {
    const { desk } = await leftDesk();
    spoil(desk, sql);
    expect(await findings(desk)).toContain(name);
  });

  it('counts a decision that was kept although nobody heard of it, and only then', async () => {
    const { desk, id } = await leftDesk();
    const theirs = String((await desk.world.colleague.get(id))['last_name']);
    const decision = {
      operation: newRecordId(),
      id,
      kind: 'decision' as const,
      values: { last_name: theirs },
    };
    const acts = [...new Acts(desk.actsFile).all(), { ...decision, isAcknowledged: false }];
    spoil(desk, `UPDATE records SET local = base; DELETE FROM outbox; UPDATE records SET state = 'clean'`);
    expect(await findings(desk, { acts })).toContain('I1');
    const changes = JSON.stringify([{ field: 'last_name', before: 'Typed', after: theirs }]);
    spoil(
      desk,
      `INSERT INTO history (resource, id, at, kind, changes)
       VALUES ('key_accounts', '${id}', '', 'decision', '${changes.replaceAll("'", "''")}')`,
    );
    expect(await findings(desk, { acts })).toBe('');
  });

  it('finds I2: a record that was made twice, and a number that is not so', async () => {
    const { desk } = await leftDesk();
    for (const id of [newRecordId(), newRecordId()]) {
      await desk.world.colleague.request('POST', '', {
        data: { id, type: 'key_accounts', attributes: twin },
      });
    }
    expect(await findings(desk)).toContain('I2: twin@example.org is on the service twice');
    expect(await findings(desk, { total: 13 })).toContain('I2: the service has 14 records instead of 13');
  });

  it('finds I4: a colleague’s value that went away and that nobody here had seen', async () => {
    const { desk, id } = await leftDesk();
    await desk.colleagueEdits(id, 'first_name', 'Unseen');
    await desk.world.colleague.edit(id, { first_name: 'Over-It' });
    expect(await findings(desk)).toContain('I4: first_name Unseen');
  });

  it('finds I7: what still waits, and what differs', async () => {
    const { desk } = await leftDesk();
    expect(await findings(desk, {}, true)).toContain('I7: 1 records still wait');
    expect(await findings(desk, {}, true)).toContain('differs from the service');
  });

  it('finds I9: a secret in the log', async () => {
    const { desk } = await leftDesk();
    const folder = join(desk.folder, 'logs');
    mkdirSync(folder);
    writeFileSync(join(folder, 'main.log'), 'authorization: Bearer field-token\n');
    expect(await findings(desk, { log: { folder, secrets: ['field-token'] } })).toContain('I9');
  });
});
