import { fail, succeed } from '#shared/result.ts';
import type { Context, Outcome } from '../context.ts';
import { malformed } from '../refusal.ts';
import { accessToWrite } from './access.ts';
import type { AskedWrite } from './access.ts';
import type { Account } from './account.ts';
import { changeStatus } from './change-status.ts';
import type { Action } from './change-status.ts';
import { write } from './write.ts';

/** Changes the status of an account, deciding in the same transaction; refuses a step that its status does not have. */
export function act(context: Context, asked: AskedWrite, action: Action): Outcome<Account> {
  return context.store.writing(() => {
    const found = accessToWrite(context, asked);
    if (!found.ok) return found;
    const change = changeStatus(found.value, action);
    if (!change.ok) return fail(malformed('illegal_transition', change.failure));
    const { status, before, told } = change.value;
    const account = { ...found.value.account, status };
    return succeed(write(context, { ...found.value, account, before }, told));
  });
}
