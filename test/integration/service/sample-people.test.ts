import { expect, test } from 'vitest';
import { SAMPLE_TIME, samplePerson } from '../../../src/service/sample/sample-people.ts';
import type { LiveResource } from '../../../src/service/key-accounts/wire.ts';
import type { SamplePerson } from '../../../src/service/sample/sample-people.ts';
import { TOKEN, rowsOf, start } from './service-client.ts';

const people = (count: number, seed = 7): SamplePerson[] =>
  Array.from({ length: count }, (_, index) => samplePerson(seed, index));

const MANY = people(5000);

test('the same seed and place make the same person, however many others there are', async () => {
  expect(samplePerson(7, 123)).toEqual(samplePerson(7, 123));
  const few = await start({ records: 20, seed: 7 });
  const more = await start({ records: 40, seed: 7 });
  const known = new Map(rowsOf(await more.client.list('?per_page=500')).map((row) => [row.id, row]));
  const rows = rowsOf(await few.client.list('?per_page=500'));
  expect(rows).toHaveLength(20);
  expect(rows.map(({ id }) => known.get(id))).toEqual(rows);
});

test('a seed keeps making the people it always made', () => {
  expect(samplePerson(7, 0)).toMatchInlineSnapshot(`
    {
      "attributes": {
        "email": "mariajose.araujo.0@österreich.example",
        "first_name": "María José",
        "last_download": "2026-02-14 week 07",
        "last_name": "Araújo",
        "primary": false,
        "remote_id": "8fd963c1-fb8e-44c4-a236-a361a65185db",
      },
      "createdAt": "2024-02-08T18:36:06Z",
      "id": "b6eed207-d587-4c09-b637-680afa24ac1c",
      "updatedAt": "2024-02-08T18:36:06Z",
    }
  `);
});

test('another seed makes other people', () => {
  const ids = new Set(MANY.map(({ id }) => id));
  expect(people(5000, 8).some(({ id }) => ids.has(id))).toBe(false);
});

test('no two people share an id or an SSO GUID, and ids are UUIDs of version 4', () => {
  const ids = MANY.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(
    true,
  );
  const guids = MANY.flatMap(({ attributes }) => attributes.remote_id ?? []);
  expect(new Set(guids).size).toBe(guids.length);
});

test('SSO GUIDs are numbers, UUIDs, numbers too long for a computer, or missing', () => {
  const guids = MANY.map(({ attributes }) => attributes.remote_id);
  const isExact = (guid: string): boolean => Number.isSafeInteger(Number(guid));
  expect(guids).toContain(null);
  expect(guids.some((guid) => guid !== null && /^\d+$/.test(guid) && isExact(guid))).toBe(true);
  expect(guids.some((guid) => guid !== null && /^\d+$/.test(guid) && !isExact(guid))).toBe(true);
  expect(guids.some((guid) => guid?.split('-').length === 5)).toBe(true);
});

test.each([
  ['Latin letters with accents', /[À-ž]/],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Katakana', /\p{Script=Katakana}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['apostrophes', /'/],
  ['more than forty letters', /.{41}/],
])('some names have %s', (_case, pattern) => {
  expect(
    MANY.some(({ attributes: { first_name, last_name } }) =>
      pattern.test(`${first_name ?? ''} ${last_name ?? ''}`),
    ),
  ).toBe(true);
});

test('every text is missing now and then, and some are empty', () => {
  for (const name of ['email', 'first_name', 'last_name', 'last_download', 'primary'] as const) {
    expect(MANY.map(({ attributes }) => attributes[name])).toContain(null);
  }
  expect(MANY.some(({ attributes }) => attributes.email === '')).toBe(true);
  expect(MANY.some(({ attributes }) => attributes.first_name === '')).toBe(true);
  expect(new Set(MANY.map(({ attributes }) => attributes.primary))).toEqual(new Set([true, false, null]));
});

test('every e-mail address is under a domain that is reserved for examples', () => {
  const addresses = MANY.flatMap(({ attributes }) => attributes.email ?? []).filter(
    (address) => address !== '',
  );
  expect(addresses.length).toBeGreaterThan(0);
  const reserved = /^[a-z.]+\.\d+@(?:[\wö-]+\.)*(?:example|example\.(?:com|org|net))$/i;
  expect(addresses.filter((address) => !reserved.test(address))).toEqual([]);
});

test('people were made and edited in the years before the sample, in that order', () => {
  for (const { createdAt, updatedAt } of MANY) {
    expect(Date.parse(createdAt)).toBeLessThanOrEqual(Date.parse(updatedAt));
    expect(Date.parse(updatedAt)).toBeLessThan(SAMPLE_TIME);
  }
  const years = new Set(MANY.map(({ createdAt }) => createdAt.slice(0, 4)));
  expect(years.size).toBeGreaterThanOrEqual(6);
});

test('downloads are named by their day and its ISO week', () => {
  const downloads = MANY.flatMap(({ attributes }) => attributes.last_download ?? []);
  expect(downloads.every((name) => /^\d{4}-\d\d-\d\d week (?:0[1-9]|[1-4]\d|5[0-3])$/.test(name))).toBe(true);
  const weekOf = new Map(downloads.map((name) => [name.slice(0, 10), name.slice(11)]));
  const known = [
    ['2020-12-31', 'week 53'],
    ['2021-01-03', 'week 53'],
    ['2021-01-04', 'week 01'],
    ['2024-12-30', 'week 01'],
    ['2026-11-03', 'week 45'],
  ] as const;
  for (const [day, week] of known) expect(weekOf.get(day) ?? week).toBe(week);
});

test('the same seed gives the same tokens, none of them in the future of the service', async () => {
  const tokens = async (now: string): Promise<string[]> => {
    const { client } = await start({ records: 20, seed: 7, clock: { now: () => Date.parse(now) } });
    const rows = rowsOf(await client.list('?per_page=500')) as LiveResource[];
    return rows.map(({ attributes }) => attributes.updated_in_db_at);
  };
  expect(await tokens('2027-01-01T00:00:00Z')).toEqual(await tokens('2028-01-01T00:00:00Z'));
  const early = await tokens('2020-01-01T00:00:00Z');
  expect(early.every((token) => token < '2020-01-01T00:00:00Z')).toBe(true);
});

test('the sample belongs to the team of the first token', async () => {
  const { client, as } = await start({ tokens: ['south:their-token', TOKEN], records: 4 });
  expect(rowsOf(await as('their-token').list())).toHaveLength(4);
  expect(rowsOf(await client.list())).toHaveLength(0);
});
