import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldValue, Values } from '#shared/model/field.ts';
import { TableColumn, type Separator } from '#shared/model/transfer.ts';
import { receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';
import { TransferDesk } from '../../support/transfer-desk.ts';

const hard = fc.constantFrom(
  "=cmd|' /C calc'!A0",
  '+49 170 1',
  '-',
  '@SUM(A1:A9)',
  '\tTab',
  '\rReturn',
  '\nLine',
  "'t Hooft",
  "'",
  "''=1",
  '',
  ' trailing ',
  '007',
  '1e5',
  'שלום עולם',
  'مرحبا; "علي"',
  '👩‍👩‍👧‍👦',
  'a"b',
  '"',
  '""',
  'Zeile 1\r\nZeile 2',
  ',;\t',
  'Ä'.normalize('NFD'),
  '\u{FEFF}mark',
  '＝1',
);
const text = fc.oneof(
  { weight: 3, arbitrary: hard },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom("'", '=', '"', ',', ';', '\r', '\n', ' ', 'a'),
      maxLength: 6,
    }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);
const person: fc.Arbitrary<Values> = fc.record({
  first_name: text,
  last_name: text,
  email: text,
  primary: fc.constantFrom(true, false, null),
  remote_id: fc.oneof(text, fc.maxSafeInteger()),
  last_download: text,
});

const everybody = fc.sample(person, { numRuns: 10_000, seed: 7 });

const table = (separator: Separator, hasMark: boolean) =>
  ({ kind: 'csv', columns: TableColumn.options, separator, hasMark }) as const;

/** A number of an id is written as text, and text it is where it comes from a file alone. */
const asText = (value: FieldValue | undefined): FieldValue =>
  typeof value === 'number' ? String(value) : (value ?? null);

test.each([
  [',', true, 10_000],
  [';', false, 500],
  ['\t', true, 500],
] as const)(
  'what was exported with %j is the same when it is imported, here and elsewhere',
  async (separator, hasMark, count) => {
    const people = everybody.slice(0, count);
    const desk = new TransferDesk();
    desk.db.transaction(() => {
      for (const values of people) syncedRecord(desk.db, values);
    });
    const before = desk.all();
    const file = await desk.export(table(separator, hasMark));

    const history = desk.count('history');
    const here = await desk.import(file, { emptyCells: 'clear' });
    expect(here).toMatchObject({ created: 0, changed: 0, same: count, left: 0 });
    expect([desk.count('history'), desk.count('outbox')]).toEqual([history, 0]);

    const elsewhere = new TransferDesk();
    const there = await elsewhere.import(file);
    expect(there).toMatchObject({ created: count, changed: 0, left: 0 });
    const after = elsewhere.all();
    expect(after.size).toBe(count);
    for (const [id, values] of before) {
      expect(after.get(id)).toEqual({ ...values, remote_id: asText(values['remote_id']) });
    }
  },
  120_000,
);

test('a file that is imported over other values brings back every value but the empty ones', async () => {
  const desk = new TransferDesk();
  const remote = remoteRecord({
    first_name: '=1',
    last_name: "'t Hooft",
    email: 'a@b.example',
    remote_id: 12,
  });
  receive(desk.db, remote);
  const file = await desk.export(table(',', true));
  const changed = await desk.import(file.replace("'=1", "'+2").replace("'t Hooft", 'Hooft'));
  expect(changed).toMatchObject({ created: 0, changed: 1, left: 0 });
  expect(desk.all().get(remote.id)).toMatchObject({ first_name: '+2', last_name: 'Hooft', remote_id: 12 });
  await desk.import(file);
  expect(desk.all().get(remote.id)).toMatchObject({ first_name: '=1', last_name: "'t Hooft", remote_id: 12 });
});

/** What a vCard keeps of a text: it knows one kind of line end, and an empty one is none. */
const onCard = (value: FieldValue | undefined): FieldValue => {
  const kept = typeof value === 'string' ? value.replaceAll(/\r\n?/gu, '\n') : asText(value);
  return kept === '' ? null : kept;
};

test('what was exported as vCards is the same when it is imported, here and elsewhere', async () => {
  const people = everybody.slice(0, 5000);
  const desk = new TransferDesk();
  desk.db.transaction(() => {
    for (const values of people) syncedRecord(desk.db, values);
  });
  const before = desk.all();
  const file = await desk.export({ kind: 'vcard' });

  const history = desk.count('history');
  for (const emptyCells of ['keep', 'clear'] as const) {
    const here = await desk.import(file, { emptyCells });
    expect(here).toMatchObject({ created: 0, changed: 0, same: people.length, left: 0 });
  }
  expect([desk.count('history'), desk.count('outbox')]).toEqual([history, 0]);

  const elsewhere = new TransferDesk();
  const there = await elsewhere.import(file, { match: 'id' });
  const after = elsewhere.all();
  const nobody = [...before].filter(([, values]) =>
    Object.values(values).every((one) => onCard(one) === null),
  );
  expect(there).toMatchObject({ created: people.length - nobody.length, changed: 0, left: nobody.length });
  expect(there.leftRows.every(({ why }) => why === 'empty')).toBe(true);
  for (const [id, values] of before) {
    const kept = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, onCard(value)]));
    if (Object.values(kept).some((value) => value !== null)) expect(after.get(id)).toEqual(kept);
  }
}, 120_000);
