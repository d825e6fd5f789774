import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Values } from '#shared/model/field.ts';
import { handleOf, type WritableDb } from '../../src/main/database/handle.ts';
import { migrate } from '../../src/main/database/migrate.ts';
import { copyPlaces } from '../../src/main/local-copies.ts';
import type { Ports, Transport } from '../../src/main/ports.ts';
import { Holds } from '../../src/main/sync/holds.ts';
import { httpRemote } from '../../src/main/sync/http-remote.ts';
import type { LoopState } from '../../src/main/sync/report.ts';
import type { RoundContext } from '../../src/main/sync/round-context.ts';
import { emptyTally } from '../../src/main/sync/tally.ts';
import { breakable, Power, type Disk } from './power.ts';
import { LaptopClock } from './sim-clock.ts';

const ADDRESS = 'https://service.test';

/** The sign-in token of somebody else, who belongs to another team. */
export const OTHERS_TOKEN = 'another-token';

/** The name under which the copy of the first account is kept here. */
const OWN = 'own';

/** A local copy in memory; `durable`: what the disk has for certain, where that is not all. */
type Copy = { database: BetterSqlite3.Database; file: WritableDb; durable: Buffer | undefined };

let template: Buffer | undefined;

/** A new local copy: its tables are made once, and taken over by every other. */
function openInMemory(bytes = (template ??= makeTemplate())): Copy {
  const database = new BetterSqlite3(bytes);
  database.pragma('foreign_keys = ON');
  return { database, file: handleOf(database), durable: undefined };
}

/** Whether a power cut takes something from a copy; it has what the disk had then. */
function losePower(copy: Copy): boolean {
  const { durable, database } = copy;
  if (!durable) return false;
  database.close();
  Object.assign(copy, openInMemory(durable));
  return true;
}

const diskOf = (copy: Copy, isWatched: boolean): Disk => ({
  beforeRelaxed: () => {
    if (isWatched) copy.durable ??= copy.database.serialize();
  },
  afterFull: () => {
    copy.durable = undefined;
  },
});

function makeTemplate(): Buffer {
  const database = new BetterSqlite3(':memory:');
  migrate(database);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** A piece of the engine's work that is under way. */
export type Task = { readonly kind: TaskKind; requests: number };
export type TaskKind = 'round' | 'pull' | 'push' | 'look' | 'overwrite';

/** What a person sees of an open decision: the version, and the service's value of each field. */
export type Screen = { readonly version: number; readonly remotes: ReadonlyMap<string, string> };

/** The service's copy that a person asked for before an overwrite. */
export type ShownCopy = { readonly id: RecordId; readonly version: number; readonly result: Values };

/** One run of the app on a laptop: a crash ends it, and all that it knew beside its file is gone. */
class Process {
  readonly power = new Power();
  readonly db: WritableDb;
  readonly holds: Holds;
  readonly tasks = new Set<Task>();
  readonly screens = new Map<RecordId, Screen>();
  copy: ShownCopy | undefined;
  work = new AbortController();
  state: Pick<LoopState, 'reached' | 'isPulled' | 'failure' | 'stuck'> = {
    reached: 'connecting',
    isPulled: false,
    failure: undefined,
    stuck: undefined,
  };
  /** Whether a round began since the process did: before it, what a crash left is still as it was. */
  isRecovered = false;

  constructor(copy: Copy, { clock, cutsPower }: { clock: LaptopClock; cutsPower: boolean }) {
    this.db = breakable(copy.file, this.power, diskOf(copy, cutsPower));
    this.holds = new Holds(clock);
  }
}

/** Sends a request of one process of a laptop. */
export type TransportOf = (laptop: Laptop, power: Power) => Transport;

/** What a laptop takes from its world. */
export type LaptopParts = {
  readonly index: number;
  readonly resource: Resource;
  readonly transportOf: TransportOf;
  readonly newId: () => string;
  readonly random: () => number;
  readonly log: Ports['log'];
  readonly cutsPower: boolean;
};

/** A laptop: a local copy that outlives every process, and the process that runs now. */
export class Laptop {
  readonly clock = new LaptopClock();
  readonly index: number;
  readonly name: string;
  /** The local copies by the names that the app gives their files: one of each account. */
  readonly #copies = new Map<string, Copy>();
  #copy: Copy;
  readonly #parts: LaptopParts;
  process: Process;
  /** Whether the sign-in has expired. */
  isSignedOut = false;
  isOffline = false;
  #account = 0;

  constructor(parts: LaptopParts) {
    this.#parts = parts;
    this.index = parts.index;
    this.name = `d${String(parts.index)}`;
    this.#copy = openInMemory();
    this.#copies.set(OWN, this.#copy);
    this.process = this.#start();
  }

  #start(): Process {
    return new Process(this.#copy, { clock: this.clock, cutsPower: this.#parts.cutsPower });
  }

  /** The file itself, which the auditor reads: it needs no power. */
  get file(): WritableDb {
    return this.#copy.file;
  }

  /** Whether somebody else is signed in, who has no records and makes none. */
  get isAway(): boolean {
    return this.#account !== 0;
  }

  /** Signs somebody else in, or the first one again: the app opens the copy that belongs to the account. */
  switchAccount(): void {
    const places = copyPlaces(join(tmpdir(), 'key-accounts-simulator'));
    const nameOf = (account: number): string => places.ofService({ address: ADDRESS, account });
    this.#account = 1 - this.#account;
    const name = nameOf(this.#account) === nameOf(0) ? OWN : nameOf(this.#account);
    this.#copy = this.#copies.get(name) ?? openInMemory();
    this.#copies.set(name, this.#copy);
    this.restart();
  }

  get db(): WritableDb {
    return this.process.db;
  }

  get resource(): Resource {
    return this.#parts.resource;
  }

  get isBusy(): boolean {
    return this.process.tasks.size > 0;
  }

  get ports(): Ports {
    const { newId, random, log } = this.#parts;
    return { clock: this.clock, newId, random, log };
  }

  /** This laptop's own time, as it is stored. */
  at(): string {
    return new Date(this.clock.now()).toISOString();
  }

  newId(): string {
    return this.#parts.newId();
  }

  /** Kills the app and starts it again; answers whether the disk has less now than the app had. */
  crash(): boolean {
    const hasLost = this.#parts.cutsPower && losePower(this.#copy);
    this.restart();
    return hasLost;
  }

  /** Ends the app and starts it again. */
  restart(): void {
    this.process.power.cut();
    this.clock.forget();
    this.process = this.#start();
  }

  context(): RoundContext {
    const { process, clock, resource } = this;
    const nothing = (): void => undefined;
    return {
      db: process.db,
      resource,
      remote: httpRemote({
        resource,
        address: ADDRESS,
        token: () => (this.isAway ? OTHERS_TOKEN : 'token'),
        transport: this.#parts.transportOf(this, process.power),
        clock,
      }),
      ports: this.ports,
      signal: process.work.signal,
      tally: emptyTally(),
      holds: process.holds,
      pause: () => clock.sleep(0, process.work.signal),
      onProgress: nothing,
      onChanged: nothing,
    };
  }

  close(): void {
    for (const { database } of this.#copies.values()) database.close();
  }
}
