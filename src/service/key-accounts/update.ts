import { fail, succeed } from '#shared/result.ts';
import { takeTurn } from '../context.ts';
import type { Context, Outcome } from '../context.ts';
import { lookUp } from './look-up.ts';
import { decidePut } from './decide-put.ts';
import type { Put } from './decide-put.ts';
import { edited } from './key-account.ts';
import { toResource } from './wire.ts';
import type { OneDocument, PutBody } from './wire.ts';

/** Reads the body of a PUT as what it asks for. */
export function readPut(team: string, id: string, { data }: PutBody): Put {
  const { updated_in_db_at: token, overwrite, ...attributes } = data.attributes;
  const { id: sentId, type } = data;
  return {
    team,
    id,
    sent: {
      attributes,
      token,
      overwrite,
      ...(sentId !== undefined && { id: sentId }),
      ...(type !== undefined && { type }),
    },
  };
}

/** Writes a PUT if it may be written, deciding and writing in one transaction; answers the whole record. */
export function update(context: Context, put: Put): Outcome<OneDocument> {
  const { mode, store } = context;
  return store.writing(() => {
    const verdict = decidePut(lookUp(context, put.id), put, mode);
    if (verdict.kind === 'refused') return fail(verdict.refusal);
    if (verdict.kind === 'unchanged') return succeed({ data: toResource(verdict.record, mode) });
    const turn = takeTurn(context);
    const record = edited(verdict.record, put.sent.attributes, { mode, ...turn });
    store.keyAccounts.update(record, turn.seq);
    return succeed({ data: toResource(record, mode) });
  });
}
