import { z } from 'zod';
import { RecordId } from '#shared/model/ids.ts';
import { ListQuery } from '#shared/model/record.ts';
import { Narrowing } from '#shared/model/selection.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import { fail, succeed } from '#shared/result.ts';
import { countList, listRecords } from '../database/record-list.ts';
import { readAccountFacts } from '../records/account-facts.ts';
import { atDesk, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

/** The calls about Marketplace Accounts alone. */
export const marketplaceHandlers = (deskNow: DeskNow): Handlers['marketplace'] => ({
  list: {
    input: ListQuery,
    run: atDesk(deskNow, ({ db }, query) => succeed(listRecords(db, marketplaceAccounts, query))),
  },
  count: {
    input: Narrowing,
    run: atDesk(deskNow, ({ db }, terms) => succeed(countList(db, marketplaceAccounts, terms))),
  },
  facts: {
    input: z.strictObject({ id: RecordId }),
    run: atDesk(deskNow, ({ db }, { id }) => {
      const facts = readAccountFacts(db, id);
      return facts ? succeed(facts) : fail({ code: 'not-found', id });
    }),
  },
});
