import type { Context } from '../context.ts';
import { writeCursor } from './cursor.ts';
import { pageQuery } from './list-query.ts';
import type { ListQuery, PageQuery } from './list-query.ts';
import { toResource } from './wire.ts';
import type { ListDocument } from './wire.ts';

type Meta = ListDocument['meta'];

/** Page numbers as the mode writes them: some services answer with the very text that asked. */
function pagination(
  { mode }: Context,
  query: ListQuery,
  { page, perPage }: PageQuery,
): Omit<Meta['pagination'], 'total_count' | 'total_pages'> {
  const written = (value: number, asked: number | undefined): number | string =>
    mode.echoesPageText && asked !== undefined ? String(value) : value;
  return { page: written(page, query.page), per_page: written(perPage, query.per_page) };
}

/** Page 1 of the whole list says from where changes can be asked for; read with the page, so nothing falls between. */
function sync({ mode, store }: Context, { page, updated }: PageQuery): Pick<Meta, 'sync'> {
  if (!mode.remembersDeletions || page !== 1 || updated) return {};
  const { epoch, lastSeq } = store.counters;
  return { sync: { cursor: writeCursor({ epoch, seq: lastSeq() }) } };
}

/** Answers one page of a team's records. */
export function listPage(context: Context, team: string, query: ListQuery): ListDocument {
  const asked = pageQuery(query);
  const range = query['filter[updated_at]'];
  return context.store.reading(() => {
    const { records, total } = context.store.keyAccounts.page(team, asked);
    return {
      data: records.map((record) => toResource(record, context.mode)),
      meta: {
        pagination: {
          ...pagination(context, query, asked),
          total_count: total,
          total_pages: Math.ceil(total / asked.perPage),
        },
        sort: query.sort ?? null,
        filter: range ? { updated_at: range.text } : {},
        ...sync(context, asked),
      },
    };
  });
}
