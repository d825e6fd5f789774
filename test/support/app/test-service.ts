import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { ModeName } from '../../../src/service/mode.ts';
import { SAMPLE_TIME } from '../../../src/service/sample/sample-people.ts';
import { startService, type RunningService } from '../../../src/service/start-service.ts';

/** The sign-in token that a service takes at first. */
export const TOKEN = 'tok_CANARY_4f1c9a7e2d';

const RECORDS = '/api/v2/user/key_accounts';
const DAY_MS = 86_400_000;

/** What a service starts with. */
export type ServeOptions = {
  readonly mode?: ModeName;
  readonly records?: number;
  /** How many Marketplace Accounts it has; without any it is a service that does not have them. */
  readonly accounts?: number;
  readonly others?: readonly string[];
};

/** The attributes of a record as the service sends them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A record as the service sends it. */
export type ServiceRecord = { readonly id: RecordId; readonly attributes: Attributes };

/** One request that the service answered, from its own log. */
export type Answered = { readonly method: string; readonly route: string; readonly status: number };

type Answer = { readonly status: number; readonly body: unknown };

/**
 * The real service in this process, on a port and a file of its own, so that it can go away and come back; and a
 * colleague who works on it over HTTP.
 */
export class TestService {
  /** Every request that was answered, the colleague's included. */
  readonly answered: Answered[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'key-accounts-service-'));
  readonly #backUp = `${this.#folder}-back-up`;
  // The sample people live at a fixed time; a computer whose clock is behind it must not matter.
  #ahead = Math.max(0, SAMPLE_TIME + DAY_MS - Date.now());
  #port = 0;
  #running: RunningService | undefined;
  #token = TOKEN;

  private constructor(readonly options: Required<ServeOptions>) {}

  /** Starts a service with sample people; it also takes `others`, sign-in tokens as its command line has them. */
  static async start({
    mode = 'modern',
    records = 12,
    accounts = 0,
    others = [],
  }: ServeOptions = {}): Promise<TestService> {
    const service = new TestService({ mode, records, accounts, others });
    await service.up();
    return service;
  }

  get address(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Starts the service again: the same port, the same records. */
  async up(): Promise<void> {
    this.#running = await startService({
      ...this.options,
      seed: 7,
      tokens: [`team:${this.#token}`, ...this.options.others],
      port: this.#port,
      db: join(this.#folder, 'service.db'),
      clock: { now: () => Date.now() + this.#ahead },
      log: {
        write: (line) => {
          this.#take(line);
        },
      },
    });
    this.#port = this.#running.port;
  }

  /** Stops the service: nothing listens on its port any more. */
  async down(): Promise<void> {
    await this.#running?.close();
    this.#running = undefined;
  }

  /** Takes another sign-in token of the same team from now on, and the old one no longer. */
  async changeToken(token: string): Promise<void> {
    await this.down();
    this.#token = token;
    await this.up();
  }

  /** Stops the service and deletes its records. */
  async end(): Promise<void> {
    await this.down();
    for (const folder of [this.#folder, this.#backUp]) rmSync(folder, { recursive: true, force: true });
  }

  /** Lets the service's clock be ahead by some more milliseconds, so that two writes never share a second. */
  passTime(ms: number): void {
    this.#ahead += ms;
  }

  async request(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.address}${RECORDS}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'content-type': 'application/vnd.api+json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** The records of the first page, the oldest first. */
  async list(): Promise<readonly ServiceRecord[]> {
    const { body } = await this.request('GET', '?per_page=500');
    return (body as { data: ServiceRecord[] }).data;
  }

  /** The first records of which all of some fields have a text. */
  async people(count: number): Promise<readonly ServiceRecord[]> {
    const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
    const whole = (await this.list()).filter(({ attributes: { first_name, last_name, email } }) =>
      [first_name, last_name, email].every(isText),
    );
    if (whole.length < count) throw new Error(`The sample has only ${String(whole.length)} whole people.`);
    return whole.slice(0, count);
  }

  /** A record as the service has it now. */
  async get(id: RecordId): Promise<Attributes> {
    const { status, body } = await this.request('GET', `/${id}`);
    if (status !== 200) throw new Error(`The service answered ${String(status)} for ${id}.`);
    return (body as { data: ServiceRecord }).data.attributes;
  }

  /** How many records the service has. */
  async count(): Promise<number> {
    const { body } = await this.request('GET', '?per_page=1');
    return (body as { meta: { pagination: { total_count: number } } }).meta.pagination.total_count;
  }

  /** Lets the colleague edit a record as it is now; some seconds of the service's time lie before and after. */
  async edit(id: RecordId, changes: Values): Promise<void> {
    this.passTime(3000);
    const { updated_in_db_at } = await this.get(id);
    const attributes = {
      ...changes,
      updated_at: new Date(Date.now() + this.#ahead).toISOString(),
      updated_in_db_at,
    };
    const { status } = await this.request('PUT', `/${id}`, {
      data: { id, type: 'key_accounts', attributes },
    });
    if (status !== 200) throw new Error(`The colleague's edit was answered ${String(status)}.`);
    this.passTime(3000);
  }

  /** Lets the colleague make a record. */
  async create(attributes: Values): Promise<RecordId> {
    const { status, body } = await this.request('POST', '', { data: { type: 'key_accounts', attributes } });
    if (status !== 201) throw new Error(`The colleague's record was answered ${String(status)}.`);
    this.passTime(3000);
    return (body as { data: ServiceRecord }).data.id;
  }

  /** Lets the colleague remove a record. */
  async remove(id: RecordId): Promise<void> {
    const { status } = await this.request('DELETE', `/${id}`);
    if (status !== 204) throw new Error(`The colleague's removal was answered ${String(status)}.`);
    this.passTime(3000);
  }

  /**
   * Removes a Marketplace account straight in the service's store, since it removes none over HTTP; answers how it is put
   * back as it was.
   */
  async removeAccount(id: string): Promise<() => Promise<void>> {
    const [row] = await this.#inStore((store) => {
      const rows = store.prepare('SELECT * FROM marketplace_accounts WHERE id = ?').all(id);
      store.prepare('DELETE FROM marketplace_accounts WHERE id = ?').run(id);
      return rows;
    });
    if (row === undefined) throw new Error(`The service has no account ${id}.`);
    return async () => {
      await this.#inStore((store) =>
        store.prepare('INSERT INTO marketplace_accounts VALUES (:id, :team, :before, :body)').run(row),
      );
    };
  }

  /** Keeps a copy of the service's records as they are, for `goBack`. */
  async backUp(): Promise<void> {
    await this.down();
    cpSync(this.#folder, this.#backUp, { recursive: true });
    await this.up();
  }

  /** Puts the records back as they were at the last `backUp`, as an administrator does after a broken disk. */
  async goBack(): Promise<void> {
    await this.down();
    rmSync(this.#folder, { recursive: true });
    cpSync(this.#backUp, this.#folder, { recursive: true });
    await this.up();
  }

  /** How many writes of a method the service took. */
  writes(method: 'PUT' | 'POST'): number {
    return this.answered.filter((line) => line.method === method && line.status < 300).length;
  }

  /** Does something to the service's file while nothing else has it open. */
  async #inStore<Answer>(work: (store: BetterSqlite3.Database) => Answer): Promise<Answer> {
    await this.down();
    const store = new BetterSqlite3(join(this.#folder, 'service.db'));
    try {
      return work(store);
    } finally {
      store.close();
      await this.up();
    }
  }

  #take(line: string): void {
    const { msg, method, route, status } = JSON.parse(line) as Answered & { msg: string };
    if (msg === 'request') this.answered.push({ method, route, status });
  }
}
