import type { Mode } from '../mode.ts';
import { malformed } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { access } from './access.ts';
import { TYPE, tokenOf, wouldChange } from './key-account.ts';
import type { Found, KeyAccount, SentAttributes } from './key-account.ts';
import { isTimestamp, toResource } from './wire.ts';

/** What a PUT brings: whose it is, the id in its URL and the resource in its body. */
export type Put = {
  readonly team: string;
  readonly id: string;
  readonly sent: {
    readonly id?: string;
    readonly type?: string;
    readonly attributes: SentAttributes;
    /** The precondition as it came; anything but a timestamp is judged here, because `overwrite` may excuse it. */
    readonly token?: unknown;
    readonly overwrite?: unknown;
  };
};

/** What becomes of a PUT. */
export type PutVerdict =
  | { readonly kind: 'write'; readonly record: KeyAccount }
  | { readonly kind: 'unchanged'; readonly record: KeyAccount }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (refusal: Refusal): PutVerdict => ({ kind: 'refused', refusal });

const TOKEN = { pointer: '/data/attributes/updated_in_db_at' };

function mismatch({ id, sent }: Put): Refusal | undefined {
  const about = (member: 'type' | 'id', detail: string): Refusal => ({
    status: 409,
    code: `${member}_mismatch`,
    title: `The ${member} does not match the URL`,
    detail,
    source: { pointer: `/data/${member}` },
  });
  if (sent.type !== undefined && sent.type !== TYPE) return about('type', `The type here is "${TYPE}".`);
  if (sent.id !== undefined && sent.id.toLowerCase() !== id)
    return about('id', 'The body is about another id.');
  return undefined;
}

/** Refuses a write that was made from another version than the stored one. */
function stale(record: KeyAccount, mode: Mode): Refusal {
  const token = tokenOf(record, mode);
  const sentence = `is not equal to the current value in the database (${token})`;
  return {
    status: 409,
    code: 'stale_updated_in_db_at',
    title: sentence,
    detail: `Updated in db at ${sentence}`,
    source: TOKEN,
    meta: { updated_in_db_at: token, ...(mode.showsCurrent && { current: toResource(record, mode) }) },
  };
}

const tokenRequired: Refusal = {
  status: 428,
  code: 'updated_in_db_at_required',
  title: 'Precondition required',
  detail: 'Send the updated_in_db_at of the version that was edited, or overwrite: true.',
  source: TOKEN,
};

function refuseToken(token: unknown, record: KeyAccount, mode: Mode): Refusal | undefined {
  if (token === undefined || token === null)
    return mode.missingTokenIsStale ? stale(record, mode) : tokenRequired;
  if (!isTimestamp(token))
    return malformed('invalid_value', 'updated_in_db_at is not an ISO 8601 timestamp.', TOKEN);
  return token === tokenOf(record, mode) ? undefined : stale(record, mode);
}

/** Decides a PUT from what is stored now; to be asked inside the transaction that then writes. */
export function decidePut(stored: Found, put: Put, mode: Mode): PutVerdict {
  const { sent, team } = put;
  const inconsistent = mismatch(put);
  if (inconsistent) return refused(inconsistent);
  const found = access(stored, team);
  if (!found.ok) return refused(found.failure);
  const record = found.value;
  // The documents say "must be true to work"; the text is what a form sends.
  const forced = sent.overwrite === true || sent.overwrite === 'true';
  const problem = forced ? undefined : refuseToken(sent.token, record, mode);
  if (problem) return refused(problem);
  return { kind: wouldChange(record, sent.attributes, mode) ? 'write' : 'unchanged', record };
}
