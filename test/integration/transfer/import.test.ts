import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OperationId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import { turnAct } from '../../../src/main/records/change-set.ts';
import { LARGEST_FILE } from '../../../src/main/transfer/read-table.ts';
import { testPorts } from '../../support/device.ts';
import { receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';
import { TransferDesk } from '../../support/transfer-desk.ts';

const newAct = (): OperationId => OperationId.parse(randomUUID());

const undo = ({ db }: TransferDesk, act: OperationId) =>
  turnAct(db, { act, kind: 'undo', clock: testPorts.clock, newId: newAct });

const names = (desk: TransferDesk): unknown[] =>
  [...desk.all().values()].map(({ first_name, last_name }) => [first_name, last_name]);

describe('how a table is read is found out', () => {
  const umlauts = 'Vorname;Nachname\nJörg;Groß\n';

  test.each([
    ['windows-1252', Buffer.from(umlauts, 'latin1')],
    ['utf-8', Buffer.from(umlauts, 'utf8')],
    ['utf-8', Buffer.from(`\u{FEFF}${umlauts}`, 'utf8')],
    ['utf-16le', Buffer.from(`\u{FEFF}${umlauts}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\u{FEFF}${umlauts}`, 'utf16le').swap16()],
  ])('%s', async (encoding, bytes) => {
    const desk = new TransferDesk();
    const plan = await desk.plan(bytes);
    expect(plan).toMatchObject({
      reading: { encoding, separator: ';', hasHead: true },
      columns: ['first_name', 'last_name'],
      match: 'nothing',
    });
    await desk.run(plan);
    expect(names(desk)).toEqual([['Jörg', 'Groß']]);
  });

  test('names of columns in English and German, each field once, others nowhere', async () => {
    const plan = await new TransferDesk().plan(
      'GUID,E-Mail,Given name,Nachname,Mail,Shoe size\n1,a@b.example,A,B,c,44\n',
    );
    expect(plan.columns).toEqual(['remote_id', 'email', 'first_name', 'last_name', null, null]);
    expect(plan.match).toBe('remote_id');
  });

  test('a table without names begins with its first record', async () => {
    const plan = await new TransferDesk().plan('Ann,ann@example.com\nBob,bob@example.com\n');
    expect(plan.reading).toMatchObject({ hasHead: false });
    expect(plan.columns).toEqual([null, null]);
  });
});

describe('what is no table is told in words, and nothing is read of it', () => {
  test.each([
    ['a zip with another name', Buffer.from('504b0304140000000800', 'hex'), 'not-text'],
    ['NUL bytes', Buffer.from('a,b\0\n'), 'not-text'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['too much', Buffer.alloc(LARGEST_FILE + 1, 'a'), 'too-large'],
    ['too many rows', 'a\n'.repeat(250_002), 'too-many-rows'],
  ])('%s', async (_, content, reason) => {
    expect(await new TransferDesk().choose(content)).toEqual({
      ok: false,
      failure: { code: 'file', reason },
    });
  });

  test('one giant line is a cell that is too long', async () => {
    const desk = new TransferDesk();
    const plan = await desk.plan(`First name\n${'a'.repeat(2_000_000)}\nAnn\n`);
    const preview = await desk.preview(plan);
    expect(preview).toMatchObject({
      created: 1,
      left: 1,
      leftRows: [{ row: 2, column: 0, why: 'too-long' }],
    });
  });

  test('a file that changes after it was chosen is not imported', async () => {
    const desk = new TransferDesk();
    const plan = await desk.plan('First name\nAnn\n');
    appendFileSync(desk.source, 'Bob\n');
    expect(await desk.imports.preview(plan)).toEqual({
      ok: false,
      failure: { code: 'file', reason: 'changed' },
    });
    expect(await desk.imports.run({ act: newAct(), plan })).toMatchObject({ ok: false });
    expect(desk.count('records')).toBe(0);
  });
});

test('rows that cannot be read are left out with their number, column and why, and saved for the person', async () => {
  const desk = new TransferDesk();
  const plan = await desk.plan(
    'First name,Primary,E-mail\nAnn,ja,ann@example.com\nBob,perhaps,b@example.com\n,,\nAnn,ja,ann@example.com\nEve,no,e@example.com,extra\n=cmd,x\n',
    { match: 'nothing' },
  );
  const left = [
    { row: 3, column: 1, why: 'not-a-flag' },
    { row: 4, why: 'empty' },
    { row: 5, why: 'twice' },
    { row: 6, column: 3, why: 'too-many-cells' },
  ];
  expect(await desk.preview(plan)).toMatchObject({
    created: 2,
    changed: 0,
    same: 0,
    left: 4,
    leftRows: left,
  });
  expect(desk.count('records')).toBe(0);
  expect(await desk.run(plan)).toEqual({ created: 2, changed: 0, same: 0, left: 4, leftRows: left });
  const saved = await desk.saveLeft();
  expect(saved.split('\r\n')[1]).toBe('Bob,perhaps,b@example.com,Neither yes nor no');
  expect(saved.split('\r\n')).toHaveLength(6);
});

test.each(['constructor', 'toString', '__proto__'])('%s is neither yes nor no', async (word) => {
  const desk = new TransferDesk();
  const plan = await desk.plan(`First name,Primary\nAnn,${word}\n`, { match: 'nothing' });
  expect(await desk.preview(plan)).toMatchObject({
    created: 0,
    leftRows: [{ row: 2, column: 1, why: 'not-a-flag' }],
  });
});

test('letters that the encoding does not have leave their row out', async () => {
  const desk = new TransferDesk();
  const plan = await desk.plan(Buffer.from('First name\nJörg\nAnn\n', 'latin1'));
  const wrong = { ...plan, reading: { ...plan.reading, encoding: 'utf-8' as const } };
  expect(await desk.preview(wrong)).toMatchObject({ created: 1, leftRows: [{ row: 2, why: 'bad-letters' }] });
});

describe('a row finds its record', () => {
  test('by its e-mail, whatever its case; several that fit are left', async () => {
    const desk = new TransferDesk();
    const id = syncedRecord(desk.db, { first_name: 'Ann', email: 'Ann@Example.com' });
    for (const first_name of ['B1', 'B2']) syncedRecord(desk.db, { first_name, email: 'b@example.com' });
    const report = await desk.import(
      'First name,E-mail\nAnna,ann@example.com\nBob,b@example.com\nCy,c@example.com\n',
    );
    expect(report).toMatchObject({
      created: 1,
      changed: 1,
      left: 1,
      leftRows: [{ row: 3, why: 'ambiguous' }],
    });
    expect(desk.all().get(id)).toMatchObject({ first_name: 'Anna', email: 'ann@example.com' });
  });

  test('empty cells leave what is there, or clear it where the person says so', async () => {
    const desk = new TransferDesk();
    const id = syncedRecord(desk.db, { first_name: 'Ann', last_name: 'Lee', remote_id: '7' });
    const table = 'SSO GUID,First name,Last name\n7,Anna,\n';
    await desk.import(table);
    expect(desk.all().get(id)).toMatchObject({ first_name: 'Anna', last_name: 'Lee' });
    await desk.import(table, { emptyCells: 'clear' });
    expect(desk.all().get(id)).toMatchObject({ first_name: 'Anna', last_name: null });
  });

  test.each(['id', 'remote_id', 'email', 'nothing'] as const)(
    'by %s: the same file twice changes nothing the second time',
    async (match) => {
      const desk = new TransferDesk();
      const table = `Record ID,SSO GUID,E-mail,First name\n${randomUUID()},1,a@example.com,Ann\n${randomUUID()},,,Bob\n`;
      expect(await desk.import(table, { match })).toMatchObject({ created: 2, same: 0, left: 0 });
      const history = desk.count('history');
      expect(await desk.import(table, { match })).toMatchObject({ created: 0, changed: 0, same: 2, left: 0 });
      expect(desk.count('history')).toBe(history);
    },
  );
});

describe('nothing goes over what somebody else wrote', () => {
  test('a field that waits for a decision is left, and told', async () => {
    const desk = new TransferDesk();
    const remote = remoteRecord({ first_name: 'Ann', email: 'a@example.com' });
    receive(desk.db, remote);
    await desk.import('E-mail,First name\na@example.com,Mine\n');
    receive(
      desk.db,
      remoteRecord({ first_name: 'Theirs', email: 'a@example.com' }, { id: remote.id, second: 9 }),
    );
    const conflicts = listConflicts(desk.db, keyAccounts, remote.id);
    expect(conflicts).toHaveLength(1);
    const report = await desk.import('E-mail,First name\na@example.com,Third\n');
    expect(report).toMatchObject({ changed: 0, left: 1, leftRows: [{ row: 2, column: 1, why: 'decision' }] });
    expect(listConflicts(desk.db, keyAccounts, remote.id)).toEqual(conflicts);
    expect(desk.all().get(remote.id)?.['first_name']).toBe('Mine');
  });

  test('a value that comes in between the look and the import becomes a decision', async () => {
    const desk = new TransferDesk();
    const remote = remoteRecord({ first_name: 'Ann' });
    receive(desk.db, remote);
    receive(desk.db, remoteRecord({ first_name: 'Theirs' }, { id: remote.id, second: 9 }));
    const staged = {
      row: 2,
      id: remote.id,
      isNew: false,
      values: { first_name: 'Mine' },
      seen: { first_name: 'Ann' },
    };
    await desk.importLines([staged]);
    expect(listConflicts(desk.db, keyAccounts, remote.id)).toMatchObject([
      { field: 'first_name', base: 'Ann', remote: 'Theirs' },
    ]);
  });
});

describe('an import is one act', () => {
  const table = (count: number): string =>
    `First name,E-mail\n${Array.from({ length: count }, (_, at) => `P${String(at)},p${String(at)}@example.com\n`).join('')}`;

  test('one undo takes back what it made and what it changed, in however many transactions', async () => {
    const desk = new TransferDesk();
    const id = syncedRecord(desk.db, { first_name: 'Old', email: 'p7@example.com' });
    const act = newAct();
    await desk.run(await desk.plan(table(1200)), act);
    expect(desk.count('outbox')).toBe(1200);
    expect(desk.told).toHaveLength(1200);
    const undone = await undo(desk, act);
    expect(undone).toMatchObject({ ok: true, value: { left: [] } });
    expect(desk.count('outbox')).toBe(0);
    expect(desk.all().get(id)?.['first_name']).toBe('Old');
  });

  test('what was taken back can be imported again', async () => {
    const desk = new TransferDesk();
    const act = newAct();
    await desk.run(await desk.plan(table(3)), act);
    await undo(desk, act);
    expect(await desk.import(table(3))).toMatchObject({ created: 3, same: 0 });
    expect(desk.count('outbox')).toBe(3);
  });

  test('one that ends half way leaves whole rows, is taken back as one, or is done to its end by the same file', async () => {
    const desk = new TransferDesk();
    const act = newAct();
    desk.closesAfter = 100;
    expect(await desk.imports.run({ act, plan: await desk.plan(table(300)) })).toMatchObject({ ok: false });
    const made = Number(desk.count('records'));
    expect(made).toBeGreaterThanOrEqual(100);
    expect(made).toBeLessThan(300);
    expect(desk.count('outbox')).toBe(made);
    desk.reopen();
    expect(await desk.import(table(300))).toMatchObject({ created: 300 - made, same: made });
    expect(await undo(desk, act)).toMatchObject({ ok: true, value: { left: [] } });
    expect(desk.count('outbox')).toBe(300 - made);
  });
});
