import { createHash } from 'node:crypto';
import { mkdtempSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { z } from 'zod';
import { changesSince } from '../../src/service/key-accounts/changes-since.ts';
import type { Context, Outcome } from '../../src/service/context.ts';
import { create } from '../../src/service/key-accounts/create.ts';
import { deltaSize, listQuery, type ListQuery } from '../../src/service/key-accounts/list-query.ts';
import { listPage } from '../../src/service/key-accounts/list.ts';
import { readOne } from '../../src/service/key-accounts/read.ts';
import { removeOne } from '../../src/service/key-accounts/remove.ts';
import { readPut, update } from '../../src/service/key-accounts/update.ts';
import { PostBody, PutBody, toResource, type LiveResource } from '../../src/service/key-accounts/wire.ts';
import { errorDocument } from '../../src/service/http/error-document.ts';
import { MODES } from '../../src/service/mode.ts';
import { cursorExpired, malformed, noSuchRoute, notFound, type Refusal } from '../../src/service/refusal.ts';
import { IN_MEMORY, openStore } from '../../src/service/store/open-store.ts';
import type { Plan } from './script.ts';

/** A request as it leaves a client. */
export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

/** An answer as it leaves the service. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

export const TEAM = 'home';
const PATH = '/api/v2/user/key_accounts';

const JSON_API = { 'content-type': 'application/vnd.api+json; charset=utf-8' };

type Attributes = z.output<typeof PostBody>['data']['attributes'];

/** What a service that tidies up makes of the attributes that it is sent. */
function tidy<Sent extends Attributes>(sent: Sent): Sent {
  const entries = Object.entries(sent).map(([name, value]): [string, unknown] => {
    if (typeof value !== 'string' || name.endsWith('_at')) return [name, value];
    const trimmed = name === 'email' ? value.trim().toLowerCase() : value.trim();
    return [name, trimmed === '' ? null : trimmed];
  });
  return Object.fromEntries(entries) as Sent;
}

const BAD = 'bad-';

/** Whether a value is one that the service refuses. */
export const isBad = (value: unknown): boolean => typeof value === 'string' && value.includes(BAD);

/** Refuses what the service cannot take, with its sentence on the field. */
function refusalOf(attributes: object): Refusal | undefined {
  const bad = Object.entries(attributes).find(([, value]) => isBad(value))?.[0];
  return bad === undefined
    ? undefined
    : {
        ...malformed('invalid_value', `${bad} cannot be this.`, { pointer: `/data/attributes/${bad}` }),
        status: 422,
      };
}

/** The service's own decisions over its own store, without HTTP. */
export class SimService {
  readonly #folder: string | undefined;
  #context: Context;
  /** Whether the service answers as if it had no records at all. */
  isEmptied = false;

  constructor(
    readonly plan: Plan,
    readonly ports: Context['ports'],
  ) {
    // Only a file can be put back.
    this.#folder = plan.quirks.rewinds ? mkdtempSync(join(tmpdir(), 'key-accounts-simulator-')) : undefined;
    this.#context = this.#open();
  }

  #fileOf(name: string): string {
    return this.#folder === undefined ? IN_MEMORY : join(this.#folder, name);
  }

  #open(): Context {
    const store = openStore(this.#fileOf('store.db'), this.ports.newId);
    return { mode: MODES[this.plan.mode], store, ports: this.ports };
  }

  backUp(): void {
    this.#copy('store.db', 'back-up.db');
  }

  /** Puts the store back to its back-up; whoever does that gives it a name of its own, so that old cursors are known. */
  rewind(): void {
    this.#copy('back-up.db', 'store.db');
    this.#context.store.close();
    const database = new BetterSqlite3(this.#fileOf('store.db'));
    database.prepare('UPDATE service SET epoch = ?').run(this.ports.newId());
    database.close();
    this.#context = this.#open();
  }

  #copy(from: string, to: string): void {
    this.#context.store.close();
    copyFileSync(this.#fileOf(from), this.#fileOf(to));
    this.#context = this.#open();
  }

  close(): void {
    this.#context.store.close();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true });
  }

  /** The number of the last change. */
  get seq(): number {
    return this.#context.store.counters.lastSeq();
  }

  /** A record as an answer shows it now, whoever asks; `undefined` when there is none. */
  peek(id: string): LiveResource['attributes'] | undefined {
    const record = this.#context.store.keyAccounts.find(id);
    return record && toResource(record, this.#context.mode).attributes;
  }

  /** Removes a record. */
  remove(id: string): void {
    removeOne(this.#context, TEAM, id);
  }

  /** Answers a request for a team, as over HTTP. */
  answer(asked: Asked, team = TEAM): Reply {
    const url = new URL(asked.url);
    const id = url.pathname.slice(PATH.length + 1).toLowerCase();
    if (!url.pathname.startsWith(PATH)) return this.#say({ ok: false, failure: noSuchRoute }, 200);
    if (id !== '' && this.isEmptied) return this.refuse(notFound);
    if (asked.method === 'POST') return this.#say(this.#post(asked, team), 201);
    if (asked.method === 'PUT') return this.#say(this.#put(asked, id, team), 200);
    if (id !== '') return this.#say(readOne(this.#context, team, id), 200);
    return this.#tagged(asked, this.#say(this.#list(url, team), 200));
  }

  #list(url: URL, team: string): Outcome<unknown> {
    const query = listQuery(this.#context.mode).safeParse(Object.fromEntries(url.searchParams));
    if (!query.success) return { ok: false, failure: malformed('bad_parameter', query.error.message) };
    const cursor = query.data['filter[since]'];
    if (this.isEmptied) return this.#emptied(cursor, query.data);
    if (cursor === undefined) return { ok: true, value: listPage(this.#context, team, query.data) };
    return changesSince(this.#context, { team, cursor, limit: deltaSize(query.data) });
  }

  /** A list as somebody sees it who may see nothing: without a place to ask for changes from. */
  #emptied(cursor: string | undefined, query: ListQuery): Outcome<unknown> {
    if (cursor !== undefined) return { ok: false, failure: cursorExpired };
    const { data, meta } = listPage(this.#context, 'nobody', query);
    return { ok: true, value: { data, meta: { ...meta, sync: undefined } } };
  }

  #post({ body, headers }: Asked, team: string): Outcome<unknown> {
    const parsed = PostBody.safeParse(JSON.parse(body ?? ''));
    if (!parsed.success) return { ok: false, failure: malformed('invalid_value', parsed.error.message) };
    const { id, ...data } = parsed.data.data;
    const refusal = refusalOf(data.attributes);
    if (refusal) return { ok: false, failure: refusal };
    const { tidies, ownIds } = this.plan.quirks;
    const attributes = tidies ? tidy(data.attributes) : data.attributes;
    const key = headers['idempotency-key'];
    return create(this.#context, {
      team,
      body: { data: { ...data, attributes, ...(!ownIds && id !== undefined && { id }) } },
      ...(key !== undefined && !ownIds && { key }),
    });
  }

  #put({ body }: Asked, id: string, team: string): Outcome<unknown> {
    const parsed = PutBody.safeParse(JSON.parse(body ?? ''));
    if (!parsed.success) return { ok: false, failure: malformed('invalid_value', parsed.error.message) };
    const { data } = parsed.data;
    const refusal = refusalOf(data.attributes);
    if (refusal) return { ok: false, failure: refusal };
    const attributes = this.plan.quirks.tidies ? tidy(data.attributes) : data.attributes;
    return update(this.#context, readPut(team, id, { data: { ...data, attributes } }));
  }

  #say(outcome: Outcome<unknown>, good: number): Reply {
    const { mode } = this.#context;
    return outcome.ok
      ? this.reply(good, outcome.value)
      : this.reply(outcome.failure.status, errorDocument([outcome.failure], mode));
  }

  /** Refuses a request as the service does. */
  refuse(refusal: Refusal): Reply {
    return this.#say({ ok: false, failure: refusal }, 200);
  }

  /** An answer with the service's own time, cut to whole seconds as HTTP does. */
  reply(status: number, document: unknown): Reply {
    const date = new Date(this.ports.clock.now()).toUTCString();
    return { status, headers: { ...JSON_API, date }, text: JSON.stringify(document) };
  }

  #tagged({ headers }: Asked, reply: Reply): Reply {
    if (reply.status !== 200) return reply;
    const etag = `"${createHash('sha256').update(reply.text).digest('base64url').slice(0, 27)}"`;
    const tagged = { ...reply, headers: { ...reply.headers, etag } };
    return headers['if-none-match'] === etag ? { ...tagged, status: 304, text: '' } : tagged;
  }
}
