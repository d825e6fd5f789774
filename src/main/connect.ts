import type { AppState } from '#shared/model/app-state.ts';
import type { ConnectionInput, ConnectionSettings, ConnectionTest } from '#shared/model/settings.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import type { CurrentDesk, DeskChoice } from './current-desk.ts';
import type { CopyPlaces } from './local-copies.ts';
import type { Clock } from './ports.ts';
import { noteTraits, type Probed } from './sync/probe.ts';
import { hostOf, normaliseAddress } from './service-address.ts';
import type { SettingsStore } from './settings-store.ts';
import type { TokenStore } from './token-store.ts';

/** Looks at a service, to see whether it is one and what it does. */
export type Probe = (address: string, token: string | undefined) => Promise<Result<Probed, ServiceFailure>>;

/** What connecting works with. */
export type ConnectTools = {
  readonly settings: SettingsStore;
  readonly tokens: TokenStore;
  readonly places: CopyPlaces;
  readonly current: CurrentDesk;
  readonly probe: Probe;
  readonly clock: Clock;
};

/** The connection as the settings show it; the sample has neither address nor token. */
export function describeConnection({ settings, tokens }: ConnectTools): ConnectionSettings {
  const connection = settings.connection();
  const address = connection?.kind === 'service' ? connection.address : '';
  const { storage, savedAt } = tokens.facts(address);
  return { address, tokenStorage: storage, hasKeyring: tokens.hasKeyring, tokenSavedAt: savedAt };
}

/** Tries an address with the token that was entered, or with the one saved for that very address. */
export async function testConnection(
  tools: ConnectTools,
  input: ConnectionInput,
): Promise<Result<ConnectionTest>> {
  const address = normaliseAddress(input.address);
  if (!address.ok) return address;
  await tools.tokens.load(address.value);
  const startedAt = tools.clock.monotonic();
  const answer = await tools.probe(address.value, enteredToken(input) ?? tools.tokens.token(address.value));
  if (!answer.ok) return fail({ code: 'service', failure: answer.failure });
  const took = Math.round(tools.clock.monotonic() - startedAt);
  const desk = tools.current.desk();
  if (desk?.connection.address === address.value) noteTraits(desk.db, answer.value.traits);
  return succeed({ took, ...answer.value });
}

/** Connects to a service that passed the test: keeps the address and the token, and opens that address's own copy. */
export async function connect(tools: ConnectTools, input: ConnectionInput): Promise<Result<AppState>> {
  const tested = await testConnection(tools, input);
  if (!tested.ok) return tested;
  const address = normaliseAddress(input.address);
  if (!address.ok) return address;
  const token = enteredToken(input);
  const state = await tools.current.change(async () => {
    if (token !== undefined) await tools.tokens.save(address.value, token);
    tools.settings.saveConnection({ kind: 'service', address: address.value });
    return serviceDesk(tools, address.value);
  });
  return succeed(state);
}

/** The desk of a service: its own file, and whatever token there is for it at the time of a request. */
export function serviceDesk(
  { tokens, places }: Pick<ConnectTools, 'tokens' | 'places'>,
  address: string,
): DeskChoice {
  return {
    connection: { kind: 'service', address, label: hostOf(address) },
    file: places.ofService(address),
    token: () => tokens.token(address),
  };
}

const enteredToken = ({ token }: ConnectionInput): string | undefined => (token === '' ? undefined : token);
