import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { AppState } from '#shared/model/app-state.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Removal } from '#shared/model/storage.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { tokenName, type Account } from '../accounts.ts';
import { accountNow, type ConnectTools } from '../connect.ts';
import { listConflicts } from '../database/conflicts.ts';
import { readRecord, unsentChanges } from '../database/records.ts';
import { countHeld } from '../database/sync-state.ts';
import type { Desk } from '../desk.ts';
import type { Log } from '../ports.ts';
import type { StoredDocument } from '../stored-document.ts';
import type { BackUps } from './back-ups.ts';

/** More records than a person is named one by one. */
const MOST_NAMED = 50;

/** Whose data is being removed from this laptop: written down before the first file goes, so that a crash is no half. */
export const PendingRemoval = z.strictObject({
  account: z.strictObject({ address: z.string(), account: z.int().nonnegative() }).optional(),
});
export type PendingRemoval = z.infer<typeof PendingRemoval>;

/** What removing works with. */
export type RemovalTools = Pick<ConnectTools, 'settings' | 'tokens' | 'accounts' | 'places' | 'current'> & {
  readonly backUps: BackUps;
  readonly removal: StoredDocument<PendingRemoval>;
  readonly log: Log;
};

const UNSENT = 'SELECT id FROM outbox UNION SELECT id FROM conflicts';

/** Says what removing the open copy would take from this laptop, and names what the service does not have. */
export function describeRemoval({ current, backUps }: RemovalTools): Result<Removal> {
  const desk = current.desk();
  const file = current.choice()?.file;
  if (desk?.connection.kind !== 'service' || file === undefined) return fail({ code: 'not-connected' });
  const { db, connection } = desk;
  const ids = db.all(`${UNSENT} ORDER BY id LIMIT :most`, { most: MOST_NAMED }) as { id: RecordId }[];
  const { records } = db.get('SELECT count(*) AS records FROM records') as { records: number };
  return succeed({
    label: connection.label,
    records,
    unsent: countUnsent(desk),
    named: ids.flatMap(({ id }) => nameUnsent(desk, id)),
    backUps: backUps.list(file).length,
  });
}

const countUnsent = ({ db }: Desk): number =>
  (db.get(`SELECT count(*) AS unsent FROM (${UNSENT})`) as { unsent: number }).unsent + countHeld(db);

function nameUnsent({ db, resource }: Desk, id: RecordId): Removal['named'] {
  const record = readRecord(db, resource, id);
  if (!record) return [];
  const conflicts = listConflicts(db, resource, id).map(({ field }) => field);
  const fields = [...new Set([...unsentChanges(resource, record), ...conflicts])];
  const kind = conflicts.length > 0 ? 'decision' : record.base === undefined ? 'new' : 'edited';
  return [{ id, name: resource.label(record.local), kind, fields }];
}

/**
 * Removes the open copy from this laptop: its file, back-ups and what was set aside, the sign-in token, and the
 * connection; the service, other copies, the settings and the log stay. `seen` is how much unsent work a person was
 * told of: fails with `unsent-work` when there is more by now, and then nothing is removed.
 */
export async function removeData(tools: RemovalTools, { seen }: { seen: number }): Promise<Result<AppState>> {
  const { current, settings, removal, backUps } = tools;
  const desk = current.desk();
  const connection = settings.connection();
  if (!desk || connection?.kind !== 'service') return fail({ code: 'not-connected' });
  const unsent = countUnsent(desk);
  if (unsent > seen) return fail({ code: 'unsent-work', count: unsent });
  // Important! Nothing is awaited from the count on: an edit in between would be lost.
  removal.set({ account: accountNow(tools, connection.address) });
  const state = await current.change(async () => {
    // A back-up that is being made would be left behind.
    await backUps.settled();
    await finishRemoval(tools);
    return undefined;
  });
  return succeed(state);
}

/** Removes what is written down to be removed; also what a crash left of it. The copy must not be open. */
export async function finishRemoval(tools: Omit<RemovalTools, 'current' | 'backUps'>): Promise<void> {
  const { settings, tokens, accounts, places, removal, log } = tools;
  const { account } = removal.get();
  if (!account) return;
  const connection = settings.connection();
  if (connection?.kind === 'service' && isSame(account, accountNow({ settings }, connection.address)))
    settings.saveConnection(undefined);
  tokens.forget(tokenName(account));
  accounts.forget(account);
  for (const path of traces(places.ofService(account))) await rm(path, { recursive: true, force: true });
  removal.set({});
  log.info('The data of an account was removed from this laptop.');
}

const isSame = (one: Account, other: Account): boolean =>
  one.address === other.address && one.account === other.account;

/** Everything on the disk that is of one copy, the copy's file last. */
function traces(file: string): string[] {
  const folder = dirname(file);
  const name = basename(file, '.db');
  const within = (path: string, isMeant: (entry: string) => boolean): string[] =>
    existsSync(path)
      ? readdirSync(path)
          .filter(isMeant)
          .map((entry) => join(path, entry))
      : [];
  const setAside = new RegExp(`^${name}-\\d{4}-\\d{2}-\\d{2}T`, 'u');
  return [
    ...within(join(folder, 'set-aside'), (entry) => setAside.test(entry)),
    ...within(join(folder, 'back-ups'), (entry) => entry.startsWith(`${name}.`)),
    ...within(folder, (entry) => entry.startsWith(`${name}.db`))
      .sort()
      .reverse(),
  ];
}
