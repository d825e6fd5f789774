import { expect, test } from 'vitest';
import { formatLog, isIntact, readLog } from '../../../src/main/database/decision-log.ts';
import { syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

/** A laptop on which a person was asked, chose, and decided. */
async function decided(): Promise<SyncedLaptop> {
  const desk = await syncedLaptop();
  const { laptop, world, id, other } = desk;
  laptop.edit(id, 'email', 'mine.secret@x.example');
  laptop.edit(other, 'first_name', 'Kept');
  await world.colleague.edit(id, { email: 'theirs.secret@x.example' });
  await world.colleague.edit(other, { last_name: 'Theirs' });
  await laptop.round();
  laptop.choose(id, 'email', { side: 'other', value: 'both.secret@x.example' });
  laptop.save(id);
  return desk;
}

test('the decision log has what was merged, asked, chosen and decided, with its versions', async () => {
  const { laptop, id } = await decided();
  const entries = readLog(laptop.db);
  expect(entries.map(({ kind }) => kind)).toEqual(['conflict', 'merge', 'choice', 'decision']);
  const content = JSON.parse(entries[0]?.content ?? '') as { versions: unknown };
  expect(entries[0]).toMatchObject({ id });
  expect(content.versions).toMatchObject([
    { field: 'email', local: 'mine.secret@x.example', remote: 'theirs.secret@x.example' },
  ]);
  expect(isIntact(entries)).toBe(true);
});

test('the decision log cannot be changed, and shows it when somebody did', async () => {
  const { laptop } = await decided();
  expect(() => laptop.db.run(`UPDATE decision_log SET kind = 'merge'`)).toThrow(/append only/);
  expect(() => laptop.db.run('DELETE FROM decision_log')).toThrow(/append only/);
  const entries = readLog(laptop.db);
  const [first, second, third, last] = entries;
  if (!first || !second || !third || !last) throw new Error('The log is too short.');
  expect(isIntact([{ ...first, content: first.content.replace('mine', 'nine') }, second, third, last])).toBe(
    false,
  );
  expect(isIntact([first, { ...second, kind: 'decision' }, third, last])).toBe(false);
  expect(isIntact([first, third, last])).toBe(false);
  expect(isIntact([second, first, third, last])).toBe(false);
});

test('a saved log has no value of any field when it is redacted, and its chain can still be checked', async () => {
  const { laptop } = await decided();
  const entries = readLog(laptop.db);
  const at = '2026-11-21T10:00:00.000Z';
  expect(formatLog(entries, { redacted: false, at })).toContain('mine.secret@x.example');
  const redacted = formatLog(entries, { redacted: true, at });
  expect(redacted).not.toContain('secret');
  expect(redacted).not.toContain('Kept');
  const [head, ...lines] = redacted
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(head).toMatchObject({ entries: 4, redacted: true, isIntact: true, chain: lines.at(-1)?.['chain'] });
  expect(lines.every((line) => 'digest' in line && !('content' in line))).toBe(true);
});
