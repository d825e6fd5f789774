import { z } from 'zod';
import { readField } from './rql/fields.ts';
import type { Field } from './rql/fields.ts';

const DEFAULT_SIZE = 25;
const MAX_SIZE = 100;
const MOST_ORDERS = 5;

/** The parts of an account that a list leaves out unless they are asked for. */
export const PARTS = ['audit', 'groups'] as const;
export type Part = (typeof PARTS)[number];

/** One key of an order. */
export type OrderKey = { readonly field: Field; readonly descends: boolean };

const WholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'This is not a whole number from 0.')
  .transform(Number);

// A plus arrives as the blank that it means in forms.
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);
const withoutPlus = (text: string): string => text.replace(/^[+ ]/, '');

function readOrderKey(text: string): OrderKey[] {
  const field = readField(withoutPlus(text.replace(/^-/, '')));
  return field ? [{ field, descends: text.startsWith('-') }] : [];
}

const Order = z.string().transform((text, context) => {
  const names = text.split(',');
  const keys = names.flatMap(readOrderKey);
  if (keys.length === names.length && keys.length <= MOST_ORDERS) return keys;
  context.addIssue(
    `This is no order: up to ${String(MOST_ORDERS)} fields with commas between, each with a minus to descend.`,
  );
  return z.NEVER;
});

const Select = z.string().transform((text, context) => {
  const names = text.split(',').map(withoutPlus);
  if (names.every(isPart)) return names;
  context.addIssue(`This cannot be selected; there are ${PARTS.join(' and ')}.`);
  return z.NEVER;
});

/** The parameters of the list. Everything else in the query is RQL, and for `readFilter` to read or refuse. */
export const ListParameters = z.looseObject({
  limit: WholeNumber.default(DEFAULT_SIZE).describe(
    `Default ${String(DEFAULT_SIZE)}; more than ${String(MAX_SIZE)} counts as ${String(MAX_SIZE)}, 0 only counts.`,
  ),
  offset: WholeNumber.default(0),
  order: Order.default([]).describe('name, -audit.updated.at, or several with commas between.'),
  select: Select.default([]).describe('+audit, +groups or both, with a comma between.'),
});
export type ListParameters = z.output<typeof ListParameters>;

/** How many accounts a page has at most. */
export const pageSize = ({ limit }: ListParameters): number => Math.min(limit, MAX_SIZE);
