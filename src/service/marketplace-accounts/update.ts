import { fail, succeed } from '#shared/result.ts';
import type { Context, Outcome } from '../context.ts';
import { malformed } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { accessToWrite } from './access.ts';
import type { AskedWrite } from './access.ts';
import { Attributes } from './account.ts';
import type { Account } from './account.ts';
import type { PutBody } from './wire.ts';
import { write } from './write.ts';

const NOWHERE: Attributes['address'] = {
  addressLine1: null,
  addressLine2: null,
  postCode: null,
  city: null,
  state: null,
  country: null,
};

/** Refuses a body that is about another account, or makes it one of another type. */
function contradiction({ id, type }: Account, sent: PutBody): Refusal | undefined {
  const about = (name: string): Refusal =>
    malformed('immutable', `The ${name} of an account cannot be changed.`, { pointer: `/${name}` });
  if (sent.id !== undefined && sent.id !== id) return about('id');
  return sent.type !== undefined && sent.type !== type ? about('type') : undefined;
}

function merged(account: Account, { address, ...sent }: PutBody): Attributes {
  const place = address === null ? NOWHERE : { ...account.address, ...address };
  return Attributes.parse({ ...account, ...sent, address: place });
}

// Parsing puts them into one order.
const isSame = (before: Account, after: Attributes): boolean =>
  JSON.stringify(Attributes.parse(before)) === JSON.stringify(after);

/** Writes the attributes that were sent, deciding in the same transaction; a PUT that changes nothing keeps the revision. */
export function update(context: Context, asked: AskedWrite, sent: PutBody): Outcome<Account> {
  return context.store.writing(() => {
    const found = accessToWrite(context, asked);
    if (!found.ok) return found;
    const { account } = found.value;
    const refusal = contradiction(account, sent);
    if (refusal) return fail(refusal);
    const after = merged(account, sent);
    if (isSame(account, after)) return succeed(account);
    return succeed(write(context, { ...found.value, account: { ...account, ...after } }));
  });
}
