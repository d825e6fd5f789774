import { createHash } from 'node:crypto';
import { fail, succeed } from '#shared/result.ts';
import type { Refusal } from '../refusal.ts';
import { takeTurn } from '../context.ts';
import type { Context, Outcome } from '../context.ts';
import { lookUp } from './look-up.ts';
import { TYPE, made } from './key-account.ts';
import type { Found } from './key-account.ts';
import { OneDocument, toResource } from './wire.ts';
import type { PostBody } from './wire.ts';

/** For how long the answer to an `Idempotency-Key` is given again; the contract asks for a day at least. */
const KEYS_KEPT_MS = 48 * 3_600_000;

/** What a POST brings: whose it is, the resource in its body and the key it may carry. */
export type Post = { readonly team: string; readonly body: PostBody; readonly key?: string };

/** Marks a key with the content it came with; unknown attributes are not part of it, as they are not of the record. */
const fingerprintOf = (body: PostBody): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex');

const typeMismatch: Refusal = {
  status: 409,
  code: 'type_mismatch',
  title: 'The type does not belong here',
  detail: `The type here is "${TYPE}".`,
  source: { pointer: '/data/type' },
};

const keyReused: Refusal = {
  status: 422,
  code: 'idempotency_key_reused',
  title: 'Key used before',
  detail: 'This Idempotency-Key came with other content before. Make a new key for a new request.',
  source: { header: 'Idempotency-Key' },
};

const remoteIdTaken: Refusal = {
  status: 409,
  code: 'remote_id_taken',
  title: 'SSO GUID taken',
  detail: 'Another Key Account of the team has this remote_id.',
  source: { pointer: '/data/attributes/remote_id' },
};

/** Refuses a taken id, showing what has it only to the team whose it is. */
function idTaken(found: Found, team: string, { mode }: Context): Refusal {
  const isOwn = found.kind === 'live' && found.record.team === team;
  return {
    status: 409,
    code: 'id_taken',
    title: 'Id taken',
    detail: 'There is, or was, a Key Account with this id.',
    source: { pointer: '/data/id' },
    ...(isOwn && mode.showsCurrent && { meta: { current: toResource(found.record, mode) } }),
  };
}

function insert(context: Context, { team, body: { data } }: Post): Outcome<OneDocument> {
  const { store, mode, ports } = context;
  const id = data.id ?? ports.newId();
  const found = lookUp(context, id);
  if (found.kind !== 'unknown') return fail(idTaken(found, team, context));
  const guid = data.attributes.remote_id;
  if (guid && store.keyAccounts.hasRemoteId(team, guid)) return fail(remoteIdTaken);
  const turn = takeTurn(context);
  const record = made({ id, team }, data.attributes, { mode, ...turn });
  // A mode that forgets deletions lets an id come back.
  store.tombstones.remove(id);
  store.keyAccounts.insert(record, turn.seq);
  return succeed({ data: toResource(record, mode) });
}

function insertOnce(context: Context, post: Post, key: string): Outcome<OneDocument> {
  const { idempotency } = context.store;
  const { team } = post;
  const now = context.ports.clock.now();
  const fingerprint = fingerprintOf(post.body);
  idempotency.prune(now - KEYS_KEPT_MS);
  const kept = idempotency.find(team, key);
  if (kept && kept.fingerprint !== fingerprint) return fail(keyReused);
  if (kept) return succeed(OneDocument.parse(JSON.parse(kept.answer)));
  const outcome = insert(context, post);
  // Only a success is kept: what was refused may be asked again under the same key.
  if (outcome.ok)
    idempotency.keep({ team, key, fingerprint, answer: JSON.stringify(outcome.value), kept_ms: now });
  return outcome;
}

/** Makes a record, once for a key; answers it whole. */
export function create(context: Context, post: Post): Outcome<OneDocument> {
  const { type } = post.body.data;
  if (type !== undefined && type !== TYPE) return fail(typeMismatch);
  const key = context.mode.honoursKeys ? post.key : undefined;
  return context.store.writing(() =>
    key === undefined ? insert(context, post) : insertOnce(context, post, key),
  );
}
