import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { fold } from '#shared/model/fold.ts';
import { RecordFilter } from '#shared/model/record-filter.ts';
import { SortKey, type ListQuery } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { RemoteRecord } from '#shared/resources/resource.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { countList, listIds, listRecords } from '../../../src/main/database/record-list.ts';
import { orderOf } from '../../../src/main/database/record-order.ts';
import { indexSome } from '../../../src/main/database/search-index.ts';
import { applyRemote } from '../../../src/main/sync/apply-remote.ts';
import { openSharedCopy, remoteRecord } from '../../support/local-copy.ts';

/** More than are picked, and more than are dense: every way to a window is taken. */
const RECORDS = 24_000;
/** So many that fulfil a condition are shown before they are counted. */
const DENSE = 20_000;

const FIRST = ['Ana', 'Łukasz', 'Zoë', 'Émile', null, '', 'Jo'];
const LAST = ['Ferreira', 'Nygård', 'd’Aubigné', 'Ångström', 'Anderson', null];

const personAt = (place: number): Values => ({
  first_name: FIRST[place % FIRST.length] ?? null,
  last_name: `${LAST[place % LAST.length] ?? ''} ${String(place % 977)}`,
  email: place % 11 === 0 ? null : `P${String(place)}@${place % 3 === 0 ? 'north' : 'field'}.example`,
  primary: place % 4 === 0,
  remote_id: place % 5 === 0 ? null : String(place * 7),
  // Nothing, nothing but spaces, and what only begins like that.
  last_download: [null, '', '  ', ' 2026', '2026-11-03', '!'][place % 7] ?? null,
});

let db: WritableDb;
const people: (RemoteRecord & { readonly searched: string })[] = [];

beforeAll(() => {
  const copy = openSharedCopy();
  db = copy.db;
  const at = '2026-11-20T10:00:00.000Z';
  db.transaction(() => {
    for (let place = 0; place < RECORDS; place += 1) {
      const remote = remoteRecord(personAt(place), { second: place % 5000 });
      people.push({ ...remote, searched: searchedText(remote.values) });
      applyRemote(db, keyAccounts, { remote, serverDate: Date.parse(at), at, margin: 0 });
    }
  });
  return copy.close;
}, 60_000);

const searchedText = (values: Values): string =>
  keyAccounts
    .searched(values)
    .map((part) => fold(String(part ?? '')))
    .join('\n');

const emptyOf = (values: Values, field: string): boolean => String(values[field] ?? '').trim() === '';

function isAsAsked(values: Values, filter: RecordFilter): boolean {
  const [, kind, field = ''] = /^(no|has)-(.*)$/u.exec(filter) ?? [];
  return kind === undefined || emptyOf(values, field) === (kind === 'no');
}

function matching({ search, filters, changedSince }: ListQuery): readonly RemoteRecord[] {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  return people.filter(
    ({ values, raw, searched }) =>
      words.every((word) => searched.includes(word)) &&
      (!filters.includes('primary') || values['primary'] === true) &&
      filters.every((filter) => isAsAsked(values, filter)) &&
      (changedSince === undefined || Date.parse(String(raw['updated_at'])) >= Date.parse(changedSince)),
  );
}

const isDense = ({ filters, changedSince }: ListQuery, number: number): boolean =>
  number >= DENSE && (filters.length > 0 || changedSince !== undefined);

const fieldFilters = RecordFilter.options.filter((filter) => /^(?:no|has)-/u.test(filter));

const query: fc.Arbitrary<ListQuery> = fc
  .record({
    search: fc.constantFrom(
      '',
      'a',
      'an',
      'anderson',
      'north',
      'field.example',
      'nygard 12',
      'p77',
      'zzz',
      'emile 9',
    ),
    filters: fc.subarray<RecordFilter>(['primary', ...fieldFilters], { maxLength: 3 }),
    since: fc.constantFrom(undefined, '2026-11-01T09:00:00Z', '2026-11-01T08:05:00Z'),
    by: fc.constantFrom(...SortKey.options),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
    offset: fc.constantFrom(0, 40, 1500, 5000, 12_000, 23_980),
  })
  .map(({ since, by, direction, ...rest }) => ({
    ...rest,
    ...(since !== undefined && { changedSince: since }),
    sort: { by, direction },
    limit: 60,
  }));

describe.each([
  ['nothing is indexed', 0],
  ['a part is indexed', RECORDS - 1500],
  ['everything is indexed', RECORDS],
])('while %s', (_, indexed) => {
  test('a window holds what a plain look finds, and windows side by side hold each record once', () => {
    indexSome(db, indexed);
    fc.assert(
      fc.property(query, (asked) => {
        const expected = matching(asked);
        const { rows, total, isCounted, totalWithoutFilters } = listRecords(db, keyAccounts, asked);
        const number = expected.length;
        expect(countList(db, keyAccounts, asked)).toBe(number);
        // What is shown sooner than it is counted is counted apart: so many there are at least.
        if (isCounted) expect(total).toBe(number);
        else {
          expect(total).toBeGreaterThanOrEqual(Math.min(asked.offset + rows.length, DENSE));
          expect(total).toBeLessThanOrEqual(number);
        }
        if (asked.search === '') expect(isCounted).toBe(!isDense(asked, number));
        const { search, sort, offset, limit } = asked;
        const withoutFilters = matching({ search, filters: [], sort, offset, limit }).length;
        if (number === 0) expect(totalWithoutFilters).toBe(withoutFilters);
        expect(rows).toHaveLength(Math.max(0, Math.min(asked.limit, number - asked.offset)));
        const known = new Set(expected.map(({ id }) => id));
        const next = listRecords(db, keyAccounts, { ...asked, offset: asked.offset + rows.length });
        const ids = [...rows, ...next.rows].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});

test.each(SortKey.options)('by %s, a window in the middle stands where it stands in the whole', (by) => {
  const sort = { by, direction: 'ascending' } as const;
  const asked: ListQuery = { search: 'an', filters: [], sort, offset: 0, limit: 1000 };
  const total = countList(db, keyAccounts, asked);
  const whole = Array.from({ length: Math.ceil(total / 1000) }, (_, window) =>
    listRecords(db, keyAccounts, { ...asked, offset: window * 1000 }).rows.map(({ id }) => id),
  ).flat();
  expect(new Set(whole).size).toBe(total);
  const turned = { by, direction: 'descending' } as const;
  const back = listRecords(db, keyAccounts, { ...asked, sort: turned, offset: total - 130, limit: 60 });
  expect(back.rows.map(({ id }) => id)).toEqual(whole.slice(70, 130).toReversed());
});

describe.each(SortKey.options)('by %s', (by) => {
  const FAR = [0, 4990, 5000, 12_345, 23_950];

  test.each(['ascending', 'descending'] as const)(
    '%s, far places are where they are when every place is counted',
    (direction) => {
      const sort = { by, direction };
      for (const search of ['', 'example']) {
        const whole = db.all(
          `SELECT id FROM records WHERE instr(search_text, :search) > 0 ORDER BY ${orderOf(sort)}`,
          { search },
        ) as { id: string }[];
        for (const offset of FAR) {
          const asked: ListQuery = { search, filters: [], sort, offset, limit: 60 };
          expect(listIds(db, keyAccounts, asked)).toEqual(
            whole.slice(offset, offset + 60).map(({ id }) => id),
          );
        }
      }
    },
  );
});

test('a place far down is found anew when a record has moved past it', () => {
  const sort = { by: 'name', direction: 'ascending' } as const;
  const asked: ListQuery = { search: '', filters: [], sort, offset: 10_000, limit: 2 };
  const [last, behind] = listIds(db, keyAccounts, { ...asked, offset: 9999 });
  const [first = ''] = listIds(db, keyAccounts, { ...asked, offset: 0 });
  const label = db.get('SELECT label FROM records WHERE id = :id', { id: first }) as { label: string };
  const rename = (to: string): void => {
    db.run('UPDATE records SET label = :to WHERE id = :id', { to, id: first });
  };
  rename('\u{10ffff}');
  expect(listIds(db, keyAccounts, { ...asked, offset: 9998 })).toEqual([last, behind]);
  rename(label.label);
  expect(listIds(db, keyAccounts, { ...asked, offset: 9999 })).toEqual([last, behind]);
});
