import type { Database } from 'better-sqlite3';
import type { Account, KeptAccount } from '../marketplace-accounts/account.ts';
import type { OrderKey } from '../marketplace-accounts/list-query.ts';
import { matchesPattern } from '../marketplace-accounts/rql/condition.ts';
import type { Condition } from '../marketplace-accounts/rql/condition.ts';
import { conditionSql, placeOf } from './condition-sql.ts';

type Row = {
  readonly id: string;
  readonly team: string;
  readonly before: KeptAccount['before'];
  readonly body: string;
};

/** Which accounts of a team, in which order; accounts that are alike in it come in the order of their ids. */
export type AccountQuery = {
  readonly team: string;
  readonly condition: Condition;
  readonly order: readonly OrderKey[];
  readonly limit: number;
  readonly offset: number;
};

/** The Marketplace Accounts. */
export type MarketplaceAccountTable = {
  readonly isEmpty: () => boolean;
  readonly find: (id: string) => KeptAccount | undefined;
  readonly insert: (kept: KeptAccount) => void;
  readonly update: (kept: KeptAccount) => void;
  /** One page, and how many accounts there are on all of them. */
  readonly page: (query: AccountQuery) => { readonly accounts: Account[]; readonly total: number };
};

const toRow = ({ account, team, before }: KeptAccount): Row => ({
  id: account.id,
  team,
  before,
  body: JSON.stringify(account),
});

const readBody = (body: string): Account => JSON.parse(body) as Account;

/** Adds what a filter needs to SQLite, which folds the letters of English only. */
function addMatching(db: Database): void {
  const add = (name: string, fold: (text: string) => string): void => {
    db.function(name, { deterministic: true }, (text: unknown, pattern: unknown) =>
      Number(typeof text === 'string' && matchesPattern(fold(text), fold(String(pattern)))),
    );
  };
  add('matches', (text) => text);
  add('matches_folded', (text) => text.toLowerCase());
}

function preparePage(db: Database): MarketplaceAccountTable['page'] {
  return ({ team, condition, order, limit, offset }) => {
    const { text, values } = conditionSql(condition);
    const from = `FROM marketplace_accounts WHERE team = ? AND ${text}`;
    const total = db
      .prepare<unknown[], number>(`SELECT count(*) ${from}`)
      .pluck()
      .get(team, ...values);
    const keys = order.map(({ field, descends }) => `${placeOf(field)} ${descends ? 'DESC' : 'ASC'}`);
    const bodies = db
      .prepare<unknown[], string>(
        `SELECT body ${from} ORDER BY ${[...keys, 'id'].join(', ')} LIMIT ? OFFSET ?`,
      )
      .pluck()
      .all(team, ...values, limit, offset);
    return { accounts: bodies.map(readBody), total: total ?? 0 };
  };
}

/** Opens the table of Marketplace Accounts. */
export function openMarketplaceAccountTable(db: Database): MarketplaceAccountTable {
  addMatching(db);
  const any = db.prepare('SELECT 1 FROM marketplace_accounts LIMIT 1');
  const find = db.prepare<[string], Row>('SELECT * FROM marketplace_accounts WHERE id = ?');
  const insert = db.prepare<Row>('INSERT INTO marketplace_accounts VALUES (:id, :team, :before, :body)');
  const update = db.prepare<Row>(
    'UPDATE marketplace_accounts SET before = :before, body = :body WHERE id = :id',
  );
  return {
    isEmpty: () => any.get() === undefined,
    find: (id) => {
      const row = find.get(id);
      return row && { account: readBody(row.body), team: row.team, before: row.before };
    },
    insert: (kept) => void insert.run(toRow(kept)),
    update: (kept) => void update.run(toRow(kept)),
    page: preparePage(db),
  };
}
