import { fail, succeed } from '#shared/result.ts';
import type { Result } from '#shared/result.ts';
import type { Account, KeptAccount } from './account.ts';

type Type = Account['type'];
type Status = Account['status'];

/** What may be done to the status of an account. */
export const ACTIONS = ['activate', 'deactivate', 'enable', 'disable'] as const;
export type Action = (typeof ACTIONS)[number];

/** Where a status goes, what it returns to if that is "Disabled", and which part of the audit tells of it. */
export type StatusChange = Pick<KeptAccount, 'before'> & {
  readonly status: Status;
  readonly told?: 'activated' | 'enabled' | 'disabled';
};

type Rule = {
  readonly of: readonly Type[];
  readonly from: readonly Status[];
  readonly done: string;
  readonly change: (kept: KeptAccount) => StatusChange;
};

const RULES: Readonly<Record<Action, Rule>> = {
  activate: {
    of: ['Client'],
    from: ['Enabled'],
    done: 'activated',
    change: () => ({ status: 'Active', before: null, told: 'activated' }),
  },
  deactivate: {
    of: ['Client'],
    from: ['Active'],
    done: 'deactivated',
    change: () => ({ status: 'Enabled', before: null }),
  },
  disable: {
    of: ['Client', 'Vendor'],
    from: ['Active', 'Enabled'],
    done: 'disabled',
    change: ({ account: { status } }) => ({
      status: 'Disabled',
      before: status === 'Active' ? 'Active' : 'Enabled',
      told: 'disabled',
    }),
  },
  enable: {
    of: ['Client', 'Vendor', 'Operations'],
    from: ['Disabled'],
    done: 'enabled',
    change: ({ before }) => ({ status: before ?? 'Enabled', before: null, told: 'enabled' }),
  },
};

/** Decides where an action takes the status of an account; the failure is a sentence about why it may not. */
export function changeStatus(kept: KeptAccount, action: Action): Result<StatusChange, string> {
  const { of, from, done, change } = RULES[action];
  const { type, status, externalId } = kept.account;
  if (!of.includes(type)) return fail(`An account of the type ${type} cannot be ${done}.`);
  if (!from.includes(status))
    return fail(`Only an account that is ${from.join(' or ')} can be ${done}; this one is ${status}.`);
  if (action === 'activate' && !externalId?.trim())
    return fail('An account needs an externalId before it can be activated.');
  return succeed(change(kept));
}
