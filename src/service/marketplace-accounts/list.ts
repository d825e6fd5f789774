import { fail, succeed } from '#shared/result.ts';
import type { Context, Outcome } from '../context.ts';
import { malformed } from '../refusal.ts';
import { PARTS, pageSize } from './list-query.ts';
import type { ListParameters } from './list-query.ts';
import { readFilter } from './rql/read-filter.ts';
import { toListed } from './wire.ts';
import type { ListDocument } from './wire.ts';

/** What a list request asks for: whose accounts, the parameters that were read, and the raw query that has the filter. */
export type ListRequest = {
  readonly team: string;
  readonly parameters: ListParameters;
  readonly rawQuery: string;
};

/** Answers one page of a team's accounts; refuses a filter that cannot be read. */
export function listAccounts({ store }: Context, request: ListRequest): Outcome<ListDocument> {
  const { team, parameters, rawQuery } = request;
  const condition = readFilter(rawQuery);
  if (!condition.ok) return fail(malformed('bad_filter', condition.failure));
  const { offset, order, select } = parameters;
  const limit = pageSize(parameters);
  const page = store.reading(() =>
    store.marketplaceAccounts.page({ team, condition: condition.value, order, limit, offset }),
  );
  return succeed({
    $meta: {
      pagination: { offset, limit, total: page.total },
      omitted: PARTS.filter((part) => !select.includes(part)),
    },
    data: page.accounts.map((account) => toListed(account, select)),
  });
}
