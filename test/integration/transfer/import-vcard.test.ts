import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OperationId } from '#shared/model/ids.ts';
import { turnAct } from '../../../src/main/records/change-set.ts';
import { testPorts } from '../../support/device.ts';
import { syncedRecord } from '../../support/local-copy.ts';
import { TransferDesk } from '../../support/transfer-desk.ts';

const newAct = (): OperationId => OperationId.parse(randomUUID());

const card = (...lines: string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\n');

describe('what is no vCard is told in words, and nothing is read of it', () => {
  test.each([
    ['a zip with another name', Buffer.from('504b0304140000000800', 'hex'), 'not-text'],
    ['a table with another name', 'First name\nAnn\n', 'no-card'],
    ['nothing', '', 'empty'],
    ['too many', 'BEGIN:VCARD\nEND:VCARD\n'.repeat(250_001), 'too-many-rows'],
  ])('%s', async (_, content, reason) => {
    const failure = { code: 'file', reason };
    expect(await new TransferDesk().choose(content, 'vcf')).toEqual({ ok: false, failure });
  });

  test('vCards with another name are known by how they begin', async () => {
    const plan = await new TransferDesk().plan(`\u{FEFF}\n${card('N:Lee;Ann')}`);
    expect(plan).toMatchObject({
      reading: { kind: 'vcards', encoding: 'utf-8' },
      columns: ['first_name', 'last_name', 'email'],
      match: 'email',
    });
  });
});

test('what vCards begin with is shown as it is written, and what has no field is named', async () => {
  const chosen = await new TransferDesk().choose(
    card('N:=Lee;+Ann', 'TEL:1') + card('N:Bee', 'EMAIL:b@x', 'NOTE:x'),
  );
  expect(chosen).toMatchObject({
    value: {
      rows: 2,
      samples: [['+Ann'], ['=Lee', 'Bee'], ['b@x']],
      others: ['TEL', 'NOTE'],
    },
  });
});

test('cards that cannot be read are left out with their number, field and why, and saved as a table', async () => {
  const desk = new TransferDesk();
  const good = card('N:Lee;Ann', 'EMAIL:ann@example.com');
  const plan = await desk.plan(
    [
      good,
      card('N:Bee;Bob', 'X-PRIMARY:perhaps'),
      'BEGIN:VCARD\nN:Open;Eve\n',
      card('TEL:1'),
      good,
      card(`N:${'x'.repeat(10_001)};=Long`),
      card(`N:${'y'.repeat(10_000)};Fits`),
      card('N:Torn;Tim', 'apart'),
    ].join(''),
  );
  const left = [
    { row: 2, column: 3, why: 'not-a-flag' },
    { row: 3, why: 'not-whole' },
    { row: 4, why: 'empty' },
    { row: 5, why: 'twice' },
    { row: 6, column: 1, why: 'too-long' },
    { row: 8, why: 'broken-line' },
  ];
  expect(await desk.preview(plan)).toMatchObject({ created: 2, changed: 0, same: 0, leftRows: left });
  expect(desk.count('records')).toBe(0);
  expect(await desk.run(plan)).toEqual({ created: 2, changed: 0, same: 0, left: 6, leftRows: left });
  const saved = (await desk.saveLeft()).split('\r\n');
  expect(saved).toHaveLength(8);
  expect(saved.slice(0, 3)).toEqual([
    '\u{FEFF}First name,Last name,E-mail,Primary,Left out because',
    'Bob,Bee,,perhaps,Neither yes nor no',
    'Eve,Open,,,Its beginning or its end is missing',
  ]);
  expect(saved[5]).toMatch(
    /^'=Long,x+,,,Longer than 10,000 letters$|^'=Long,x+,,,"Longer than 10,000 letters"$/u,
  );
});

test('letters that the encoding does not have leave their card out', async () => {
  const desk = new TransferDesk();
  const plan = await desk.plan(Buffer.from(card('N:Groß') + card('N:Lee'), 'latin1'));
  expect(plan.reading.encoding).toBe('windows-1252');
  const wrong = { ...plan, reading: { ...plan.reading, encoding: 'utf-8' as const } };
  expect(await desk.preview(wrong)).toMatchObject({
    created: 1,
    leftRows: [{ row: 1, column: 1, why: 'bad-letters' }],
  });
});

describe('a card finds its record', () => {
  test('by its id, whatever e-mail it has', async () => {
    const desk = new TransferDesk();
    const id = syncedRecord(desk.db, { first_name: 'Ann', email: 'a@x' });
    const other = syncedRecord(desk.db, { first_name: 'Bob', email: 'b@x' });
    const report = await desk.import(card(`UID:URN:UUID:${id.toUpperCase()}`, 'N:Lee;Anna', 'EMAIL:b@x'));
    expect(report).toMatchObject({ created: 0, changed: 1, left: 0 });
    expect(desk.all().get(id)).toMatchObject({ first_name: 'Anna', last_name: 'Lee', email: 'b@x' });
    expect(desk.all().get(other)).toMatchObject({ first_name: 'Bob' });
  });

  test.each([
    ['email', 'EMAIL:A@X'],
    ['remote_id', 'X-SSO-GUID:7'],
  ] as const)('by %s where its id is not here; several that fit are left', async (match, line) => {
    const desk = new TransferDesk();
    const id = syncedRecord(desk.db, { first_name: 'Ann', email: 'a@x', remote_id: 7 });
    const file = card(`UID:urn:uuid:${randomUUID()}`, 'N:Lee;Anna', line);
    expect(await desk.import(file, { match })).toMatchObject({ created: 0, changed: 1 });
    expect(desk.all().get(id)).toMatchObject({ first_name: 'Anna', last_name: 'Lee', remote_id: 7 });
    syncedRecord(desk.db, { first_name: 'B', email: 'a@x', remote_id: 7 });
    expect(await desk.import(file, { match })).toMatchObject({ left: 1, leftRows: [{ why: 'ambiguous' }] });
    expect(await desk.import(file, { match: 'id' })).toMatchObject({ created: 1 });
  });

  test('the same file twice changes nothing the second time, also where a phone made it', async () => {
    const desk = new TransferDesk();
    const file = card('UID:phone-1', 'N:Lee;Ann') + card(`UID:urn:uuid:${randomUUID()}`, 'N:Bee;Bob');
    expect(await desk.import(file)).toMatchObject({ created: 2, same: 0, left: 0 });
    const history = desk.count('history');
    expect(await desk.import(file)).toMatchObject({ created: 0, changed: 0, same: 2, left: 0 });
    expect(desk.count('history')).toBe(history);
  });
});

test('what a card does not have is left, or cleared where the person says so and some card has it', async () => {
  const desk = new TransferDesk();
  const values = { first_name: 'Ann', last_name: 'Lee', email: 'a@x', primary: true, remote_id: 7 };
  const id = syncedRecord(desk.db, values);
  const file = card(`UID:urn:uuid:${id}`, 'N:;Anna') + card('N:Bee;Bob', 'X-PRIMARY:no');
  await desk.import(file);
  expect(desk.all().get(id)).toMatchObject({ ...values, first_name: 'Anna' });
  await desk.import(file, { emptyCells: 'clear' });
  expect(desk.all().get(id)).toMatchObject({
    first_name: 'Anna',
    last_name: null,
    email: null,
    primary: null,
    remote_id: 7,
  });
});

test('one undo takes the whole import back, and the same file brings it again', async () => {
  const desk = new TransferDesk();
  const id = syncedRecord(desk.db, { first_name: 'Old', email: 'p0@x' });
  const cards = Array.from({ length: 300 }, (_, at) => {
    const uid = at % 2 === 0 ? [`UID:urn:uuid:${randomUUID()}`] : [];
    return card(...uid, `N:;P${String(at)}`, `EMAIL:p${String(at)}@x`);
  });
  const act = newAct();
  await desk.run(await desk.plan(cards.join('')), act);
  expect(desk.count('outbox')).toBe(300);
  const undone = await turnAct(desk.db, { act, kind: 'undo', clock: testPorts.clock, newId: newAct });
  expect(undone).toMatchObject({ ok: true, value: { left: [] } });
  expect(desk.count('outbox')).toBe(0);
  expect(desk.all().get(id)?.['first_name']).toBe('Old');
  expect(await desk.import(cards.join(''))).toMatchObject({ created: 299, changed: 1, same: 0, left: 0 });
  expect(desk.count('outbox')).toBe(300);
});
