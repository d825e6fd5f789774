import { assert } from '../assert.ts';
import type { FieldValue, Values } from './field.ts';

/** What can be done to the status of a Marketplace Account. */
export type StatusAction = 'activate' | 'deactivate' | 'enable' | 'disable';

/** One step of a status: the action, and what it is believed to make of it. */
export type StatusStep = {
  readonly action: StatusAction;
  readonly makes: 'Enabled' | 'Active' | 'Disabled';
};

const STEPS: readonly (StatusStep & { readonly from: readonly string[] })[] = [
  { action: 'activate', from: ['Enabled'], makes: 'Active' },
  { action: 'deactivate', from: ['Active'], makes: 'Enabled' },
  // It goes back to what it was before it was disabled, which only the service knows.
  { action: 'enable', from: ['Disabled'], makes: 'Enabled' },
  { action: 'disable', from: ['Enabled', 'Active'], makes: 'Disabled' },
];

/** The statuses that a step can make. */
const MADE: readonly FieldValue[] = ['Enabled', 'Active', 'Disabled'];

/** Whether a value is a status that a step can make. */
export const isAccountStatus = (value: FieldValue): boolean => MADE.includes(value);

/**
 * The next step from one status towards another. Where none is known to lead there, the one that makes it from elsewhere,
 * for the service to say no to.
 */
export function statusStep(from: FieldValue, to: FieldValue): StatusStep {
  const known = STEPS.find(
    ({ action, makes, from: froms }) =>
      froms.some((status) => status === from) && (makes === to || (action === 'enable' && to === 'Active')),
  );
  const step = known ?? STEPS.find(({ makes }) => makes === to);
  assert(step !== undefined, `No step makes the status ${String(to)}.`);
  return step;
}

const ENABLED = ['Enabled', 'Active'] as const;

/** Why a step cannot be taken now: an account needs an external id before it is active. */
export type StatusHindrance = 'needs-external-id';

/** A step that an account of its type has from its status, and what stands in its way (docs/contract.md §2). */
export type OfferedStep = StatusStep & { readonly hindrance: StatusHindrance | undefined };

const TYPES: Readonly<Record<StatusAction, readonly string[]>> = {
  activate: ['Client'],
  deactivate: ['Client'],
  enable: ['Client', 'Vendor', 'Operations'],
  disable: ['Client', 'Vendor'],
};

/** The steps that an account has now. What was disabled on this laptop alone goes back to what the service has. */
export function offeredSteps({ type, status, externalId }: Values, base: Values = {}): OfferedStep[] {
  const before = ENABLED.find((one) => one === base['status']);
  return STEPS.filter(
    ({ action, from }) => TYPES[action].some((one) => one === type) && from.some((one) => one === status),
  ).map(({ action, makes }) => {
    const lacksId = action === 'activate' && (typeof externalId !== 'string' || externalId.trim() === '');
    const goesTo = action === 'enable' ? (before ?? makes) : makes;
    return { action, makes: goesTo, hindrance: lacksId ? 'needs-external-id' : undefined };
  });
}
