import { expect, test } from 'vitest';
import { LogCheck, readLog, type LogEntry } from '../../../src/main/database/decision-log.ts';
import { logText } from '../../../src/main/records/log-text.ts';
import { systemClock } from '../../../src/main/system-ports.ts';
import type { Device } from '../../support/device.ts';
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

const wholeLog = ({ db }: Device): LogEntry[] => readLog(db, { after: 0, limit: 100 });

function isIntact(entries: readonly LogEntry[]): boolean {
  const check = new LogCheck();
  for (const entry of entries) check.take(entry);
  return check.result.isIntact;
}

test('the decision log has what was merged, asked, chosen and decided, with its versions', async () => {
  const { laptop, id } = await decided();
  const entries = wholeLog(laptop);
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
  const entries = wholeLog(laptop);
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
  const plain = await logText(laptop.db, systemClock, { redacted: false });
  expect(plain.text).toContain('mine.secret@x.example');
  const { text, entries, isIntact: isWhole } = await logText(laptop.db, systemClock, { redacted: true });
  expect({ entries, isWhole }).toEqual({ entries: 4, isWhole: true });
  expect(text).not.toContain('secret');
  expect(text).not.toContain('Kept');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({ redacted: true });
  expect(lines.at(-1)).toEqual({ entries: 4, isIntact: true, chain: lines.at(-2)?.['chain'] });
  expect(lines.slice(1, -1).every((line) => 'digest' in line && !('content' in line))).toBe(true);
});
