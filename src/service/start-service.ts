import type { FastifyInstance } from 'fastify';
import { buildServer } from './http/server.ts';
import type { LogDestination } from './http/request-log.ts';
import { MODES } from './mode.ts';
import type { ModeName } from './mode.ts';
import { systemPorts } from './ports.ts';
import type { Clock } from './ports.ts';
import { loadSampleAccounts } from './sample/load-sample-accounts.ts';
import { loadSample } from './sample/load-sample.ts';
import { IN_MEMORY, openStore } from './store/open-store.ts';
import type { Store } from './store/open-store.ts';
import { readSignIn } from './teams.ts';
import type { SignIn } from './teams.ts';

/** How to start the service. */
export type ServiceOptions = {
  /** Who may come in: `token` or `team:token`. The sample records belong to the team of the first. */
  readonly tokens: readonly [string, ...string[]];
  /** `modern` unless said otherwise. */
  readonly mode?: ModeName;
  /** The file of the store; without one the records live as long as the service. */
  readonly db?: string;
  /** How many sample people a new store starts with; none unless said otherwise. */
  readonly records?: number;
  /** How many sample Marketplace Accounts a store without any is given; none unless said otherwise. */
  readonly accounts?: number;
  /** Which sample people and accounts. */
  readonly seed?: number;
  /** The port on 127.0.0.1; any free one unless said otherwise. */
  readonly port?: number;
  readonly clock?: Clock;
  /** Makes the ids of records and requests: a new UUID each time. */
  readonly newId?: () => string;
  /** Where the JSON lines of the log go; nowhere unless said otherwise. */
  readonly log?: LogDestination;
};

/** A service that answers. */
export type RunningService = {
  /** Where it answers, as a URL without a path. */
  readonly address: string;
  readonly port: number;
  /** Lets no more connections in, finishes what is open (for ten seconds at most) and closes the store. */
  readonly close: () => Promise<void>;
};

const HOST = '127.0.0.1';
const PATIENCE_MS = 10_000;

function readSignIns(tokens: readonly string[]): SignIn[] {
  return tokens.map((text, index) => {
    const signIn = readSignIn(text);
    if (signIn) return signIn;
    throw new Error(`The token number ${String(index + 1)} has characters that a bearer token cannot have.`);
  });
}

function running(app: FastifyInstance, store: Store, address: string): RunningService {
  const bound = app.server.address();
  if (bound === null || typeof bound === 'string')
    throw new Error(`The service listens on ${address}, not on a port.`);
  return {
    address,
    port: bound.port,
    close: async () => {
      app.log.info('stopping');
      const deadline = setTimeout(() => {
        app.server.closeAllConnections();
      }, PATIENCE_MS);
      await app.close();
      clearTimeout(deadline);
      store.close();
    },
  };
}

const DEFAULTS = {
  mode: 'modern',
  db: IN_MEMORY,
  records: 0,
  accounts: 0,
  seed: 1,
  port: 0,
  ...systemPorts,
} as const;

/** Starts the service in this process and resolves when it answers; rejects when the port or the file is not to be had. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { mode, db, records, accounts, seed, port, clock, newId } = { ...DEFAULTS, ...options };
  const signIns = readSignIns(options.tokens);
  const store = openStore(db, newId);
  try {
    const whose = { seed, team: signIns[0]?.team ?? '', now: clock.now() };
    loadSample(store, { records, ...whose });
    loadSampleAccounts(store, { accounts, ...whose });
    const context = { mode: MODES[mode], store, ports: { clock, newId } };
    const app = await buildServer(context, { signIns, log: options.log });
    const address = await app.listen({ host: HOST, port });
    app.log.level = 'info';
    return running(app, store, address);
  } catch (error) {
    store.close();
    throw error;
  }
}
