import { wordsOf } from '#shared/language/language.ts';
import type { AppState } from '#shared/model/app-state.ts';
import type { ConnectionInput, ConnectionSettings, ConnectionTest } from '#shared/model/settings.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { tokenName, type Account, type Accounts } from './accounts.ts';
import type { CurrentDesk, DeskChoice } from './current-desk.ts';
import { countCopy, isCopyEmpty, isCopyPlaceUsed } from './database/peek.ts';
import type { CopyPlaces } from './local-copies.ts';
import type { Clock } from './ports.ts';
import { noteTraits, type Probed } from './sync/probe.ts';
import { hostOf, normaliseAddress } from './service-address.ts';
import type { SavedConnection, SettingsStore } from './settings-store.ts';
import type { TokenStore } from './token-store.ts';

const words = wordsOf('app');

/** Looks at a service, to see whether it is one and what it does. */
export type Probe = (address: string, token: string | undefined) => Promise<Result<Probed, ServiceFailure>>;

/** What connecting works with. */
export type ConnectTools = {
  readonly settings: SettingsStore;
  readonly tokens: TokenStore;
  readonly accounts: Accounts;
  readonly places: CopyPlaces;
  readonly current: CurrentDesk;
  readonly probe: Probe;
  readonly clock: Clock;
};

/** Whether what was open last is the copy of another service than the one that an administrator has set. */
export function isElsewhere({ managed, connection }: Pick<SettingsStore, 'managed' | 'connection'>): boolean {
  const { serviceAddress } = managed.settings;
  const last = connection();
  return serviceAddress !== undefined && last?.kind === 'service' && last.address !== serviceAddress;
}

/** The connection as the settings show it; the sample has neither address nor token. */
export function describeConnection(tools: Pick<ConnectTools, 'settings' | 'tokens'>): ConnectionSettings {
  const { settings, tokens } = tools;
  const connection = settings.connection();
  const address = connection?.kind === 'service' ? connection.address : '';
  const { storage, savedAt } = tokens.facts(tokenName(accountNow(tools, address)));
  return { address, tokenStorage: storage, hasKeyring: tokens.hasKeyring, tokenSavedAt: savedAt };
}

/**
 * Reads the address that a person entered. Fails with `managed` where an administrator has set another one, unless it is
 * that of the open copy: its work is sent there, perhaps with a new token.
 */
function addressOf({ settings, current }: ConnectTools, { address }: ConnectionInput): Result<string> {
  const { serviceAddress } = settings.managed.settings;
  const entered = normaliseAddress(address);
  if (!entered.ok || serviceAddress === undefined) return entered;
  const allowed = [serviceAddress, current.desk()?.connection.address];
  return allowed.includes(entered.value) ? entered : fail({ code: 'managed' });
}

/** Tries an address with the token that was entered, or with the one saved for that very address. */
export async function testConnection(
  tools: ConnectTools,
  input: ConnectionInput,
): Promise<Result<ConnectionTest>> {
  const address = addressOf(tools, input);
  if (!address.ok) return address;
  const name = tokenName(accountNow(tools, address.value));
  await tools.tokens.load(name);
  const startedAt = tools.clock.monotonic();
  const answer = await tools.probe(address.value, enteredToken(input) ?? tools.tokens.token(name));
  if (!answer.ok) return fail({ code: 'service', failure: answer.failure });
  const took = Math.round(tools.clock.monotonic() - startedAt);
  const desk = tools.current.desk();
  if (desk?.connection.address === address.value) noteTraits(desk.db, keyAccounts, answer.value.traits);
  return succeed({ took, ...answer.value });
}

/** Connects to a service that passed the test: keeps the address and the token, and opens that address's own copy. */
export async function connect(tools: ConnectTools, input: ConnectionInput): Promise<Result<AppState>> {
  const tested = await testConnection(tools, input);
  if (!tested.ok) return tested;
  const address = addressOf(tools, input);
  if (!address.ok) return address;
  const token = enteredToken(input);
  const account = whichAccount(tools, address.value, { ...input, token });
  if (!account.ok) return account;
  const state = await tools.current.change(async () => {
    if (token !== undefined) {
      await tools.tokens.save(tokenName(account.value), token);
      tools.accounts.add(account.value, token);
    }
    tools.settings.saveConnection(connectionOf(account.value));
    return serviceDesk(tools, account.value);
  });
  return succeed(state);
}

/** The account that a service was last used with; the first one for a service that was not the last. */
export function accountNow({ settings }: Pick<ConnectTools, 'settings'>, address: string): Account {
  const connection = settings.connection();
  const isIt = connection?.kind === 'service' && connection.address === address;
  return { address, account: (isIt ? connection.account : undefined) ?? 0 };
}

/** The connection to an account, as it is saved. */
export const connectionOf = ({ address, account }: Account): SavedConnection => ({
  kind: 'service',
  address,
  ...(account > 0 && { account }),
});

/**
 * Whose a token is. A token that was never used here is asked about where there are records of its address already:
 * they may be another account's, and what waits in their outbox must not be sent as this one.
 */
function whichAccount(
  tools: ConnectTools,
  address: string,
  { token, account }: { token: string | undefined; account?: ConnectionInput['account'] },
): Result<Account> {
  const now = accountNow(tools, address);
  const isInUse = token === undefined || token === tools.tokens.token(tokenName(now));
  const known = isInUse ? now.account : tools.accounts.find(address, token);
  if (known !== undefined) return succeed({ address, account: known });
  if (account === 'another') return succeed(newAccount(tools, address));
  const file = tools.places.ofService(now);
  // A copy that cannot be read right now may hold work as well.
  if (account === 'same' || isCopyEmpty(file)) return succeed(now);
  const { records, unsent } = countCopy(file);
  return fail({ code: 'which-account', records, unsent });
}

/** An account that nothing here is of: a copy is somebody's also when the list of known accounts was lost. */
function newAccount({ accounts, places }: ConnectTools, address: string): Account {
  let account = accounts.next(address);
  while (isCopyPlaceUsed(places.ofService({ address, account }))) account += 1;
  return { address, account };
}

/** What the connection to an account is called: its host, and from the second account on which one. */
export function labelOf({ address, account }: Account): string {
  const host = hostOf(address);
  return account === 0 ? host : words.account({ host, number: account + 1 });
}

/** The desk of a service: its own file, and whatever token there is for it at the time of a request. */
export function serviceDesk(
  { tokens, places }: Pick<ConnectTools, 'tokens' | 'places'>,
  account: Account,
): DeskChoice {
  const { address } = account;
  return {
    connection: { kind: 'service', address, label: labelOf(account) },
    owner: account,
    file: places.ofService(account),
    token: () => tokens.token(tokenName(account)),
  };
}

const enteredToken = ({ token }: ConnectionInput): string | undefined => (token === '' ? undefined : token);
