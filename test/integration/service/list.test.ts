import { describe, expect, test } from 'vitest';
import { MODES_TO_TEST, TOKEN, errorOf, rowsOf, start } from './service-client.ts';
import type { Answer, ServiceClient } from './service-client.ts';

const ids = (answer: Answer): readonly string[] => rowsOf(answer).map(({ id }) => id);

const paginationOf = (answer: Answer): unknown =>
  (answer.body as { meta: { pagination: unknown } }).meta.pagination;

const A = '10000000-0000-4000-8000-000000000001';
const B = '20000000-0000-4000-8000-000000000002';
const C = '30000000-0000-4000-8000-000000000003';

/** Three records, two of them made at the same moment, edited in another order than made. */
async function makeThree(client: ServiceClient): Promise<void> {
  await client.make({ created_at: '2026-02-01T00:00:00Z', updated_at: '2026-05-01T12:00:00Z' }, C);
  await client.make({ created_at: '2026-02-01T00:00:00Z', updated_at: '2026-06-01T12:00:00Z' }, B);
  await client.make({ created_at: '2026-01-01T00:00:00Z', updated_at: '2026-07-01T12:00:00Z' }, A);
}

describe.each(MODES_TO_TEST)('LIST in %s mode', (mode) => {
  test('answers 25 records a page unless asked otherwise', async () => {
    const { client } = await start({ mode, records: 60 });
    const answer = await client.list();
    expect(answer.status).toBe(200);
    expect(rowsOf(answer)).toHaveLength(25);
    expect(answer.body).not.toHaveProperty('errors');
    expect(answer.body).toMatchObject({
      meta: {
        pagination: { page: 1, per_page: 25, total_count: 60, total_pages: 3 },
        sort: null,
        filter: {},
      },
    });
  });

  test('answers every record once over all pages, in the order of creation and then of id', async () => {
    const { client } = await start({ mode, records: 230 });
    const pages = await Promise.all(
      [1, 2, 3].map((page) => client.list(`?page=${String(page)}&per_page=100`)),
    );
    const rows = pages.flatMap(
      (page) => rowsOf(page) as { id: string; attributes: { created_at: string } }[],
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(230);
    const keys = rows.map(({ id, attributes }) => `${attributes.created_at} ${id}`);
    expect(keys).toEqual([...keys].sort());
  });

  test('answers an empty page beyond the last', async () => {
    const { client } = await start({ mode, records: 3 });
    const answer = await client.list('?page=9');
    expect(answer.status).toBe(200);
    expect(rowsOf(answer)).toEqual([]);
    expect(answer.body).toMatchObject({ meta: { pagination: { total_count: 3, total_pages: 1 } } });
  });

  test('answers no pages for no records', async () => {
    const { client } = await start({ mode });
    expect((await client.list()).body).toMatchObject({
      data: [],
      meta: { pagination: { total_count: 0, total_pages: 0 } },
    });
  });

  test('gives 500 records a page at most', async () => {
    const { client } = await start({ mode, records: 501 });
    const answer = await client.list('?per_page=9999');
    expect(rowsOf(answer)).toHaveLength(500);
    expect(answer.body).toMatchObject({ meta: { pagination: { total_pages: 2 } } });
  });

  test.each([
    ['', [A, B, C]],
    ['?sort=created_at', [A, B, C]],
    ['?sort=-created_at', [C, B, A]],
    ['?sort=updated_at', [C, B, A]],
    ['?sort=-updated_at', [A, B, C]],
  ])('orders "%s" as asked', async (query, expected) => {
    const { client } = await start({ mode });
    await makeThree(client);
    expect(ids(await client.list(query))).toEqual(expected);
  });

  test.each([
    ['2026-05-01T12:00:00Z..2026-06-01T12:00:00Z', [B, C]],
    ['2026-06-01T14:00:00%2B02:00..2026-06-01T12:00:00Z', [B]],
    ['2026-06-01..2026-07-01', [A, B]],
    ['2026-06-02..2026-06-30', []],
  ])('finds what was updated in %s, both ends included', async (range, expected) => {
    const { client } = await start({ mode });
    await makeThree(client);
    const answer = await client.list(`?filter[updated_at]=${range}`);
    expect(ids(answer)).toEqual(expected);
    expect(answer.body).toMatchObject({
      meta: {
        pagination: { total_count: expected.length },
        filter: { updated_at: decodeURIComponent(range) },
      },
    });
  });

  test('says which order was asked for', async () => {
    const { client } = await start({ mode });
    expect((await client.list('?sort=-updated_at')).body).toMatchObject({ meta: { sort: '-updated_at' } });
  });

  test.each([
    ['sort=name', 'sort'],
    ['sort=created_at,updated_at', 'sort'],
    ['sort=', 'sort'],
    ['filter[updated_at]=2026-01-01', 'filter[updated_at]'],
    ['filter[updated_at]=2026-01-01..', 'filter[updated_at]'],
    ['filter[updated_at]=2026-01-01..2026-01-02..2026-01-03', 'filter[updated_at]'],
    ['filter[updated_at]=2026-02-01..2026-01-01', 'filter[updated_at]'],
    ['filter[updated_at]=today..tomorrow', 'filter[updated_at]'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=two', 'page'],
    ['page=1&page=2', 'page'],
    ['per_page=0', 'per_page'],
    ['per_page=1.5', 'per_page'],
    ['filter[email]=x', 'filter[email]'],
    ['include=people', 'include'],
  ])('refuses ?%s and names the parameter', async (query, parameter) => {
    const { client } = await start({ mode });
    const answer = await client.list(`?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data');
    expect(errorOf(answer)).toMatchObject({ status: '400', source: { parameter } });
  });

  test('answers 304 without a body to a client that has this very page, and 200 once something changed', async () => {
    const { client } = await start({ mode, records: 5 });
    const tag = (await client.list()).headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await client.list('', { 'if-none-match': known });
      expect(answer.status).toBe(304);
      expect(answer.body).toBeUndefined();
      expect(answer.headers.get('etag')).toBe(tag);
    }
    expect((await client.list('?page=2', { 'if-none-match': tag })).status).toBe(200);
    await client.make();
    const changed = await client.list('', { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  test('shows a team its own records only', async () => {
    const { client, as } = await start({ mode, tokens: [TOKEN, 'second-token', 'south:their-token'] });
    const ours = await client.make();
    const theirs = await as('their-token').make();
    expect(ids(await client.list())).toEqual([ours.id]);
    expect(ids(await as('second-token').list())).toEqual([ours.id]);
    expect(ids(await as('their-token').list())).toEqual([theirs.id]);
  });

  test('answers a page of 500 out of 20,000 records without making anybody wait', async () => {
    const { client } = await start({ mode, records: 20_000 });
    const answer = await client.list('?page=40&per_page=500');
    expect(rowsOf(answer)).toHaveLength(500);
  }, 10_000);
});

test('modern: page numbers come back as numbers', async () => {
  const { client } = await start({ records: 3 });
  const answer = await client.list('?page=2&per_page=2');
  expect(paginationOf(answer)).toEqual({ page: 2, per_page: 2, total_count: 3, total_pages: 2 });
});

test('origin: page numbers come back as the text that asked', async () => {
  const { client } = await start({ mode: 'origin', records: 3 });
  const answer = await client.list('?page=2&per_page=2');
  expect(paginationOf(answer)).toEqual({ page: '2', per_page: '2', total_count: 3, total_pages: 2 });
});

test('modern: the codes name a bad order, range and page', async () => {
  const { client } = await start();
  expect(errorOf(await client.list('?sort=name'))).toMatchObject({ code: 'bad_sort' });
  expect(errorOf(await client.list('?filter[updated_at]=x'))).toMatchObject({ code: 'bad_range' });
  expect(errorOf(await client.list('?page=0'))).toMatchObject({ code: 'bad_page' });
  expect(errorOf(await client.list('?constructor=1'))).toMatchObject({ code: 'bad_parameter' });
});
