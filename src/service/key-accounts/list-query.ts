import { z } from 'zod';
import type { Mode } from '../mode.ts';

const SORTS = ['created_at', '-created_at', 'updated_at', '-updated_at'] as const;

const DEFAULT_SIZE = 25;
const MAX_SIZE = 500;
const DAY_MS = 86_400_000;

const PositiveInteger = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'This is not a whole number from 1.')
  .transform(Number);

const RangeEnd = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** The first and last millisecond of a range; a day without a time counts from its start to its end. */
function readRange(text: string): { readonly from: number; readonly to: number } | undefined {
  const [start, end, ...rest] = text.split('..').map((part) => RangeEnd.safeParse(part).data);
  if (start === undefined || end === undefined || rest.length > 0) return undefined;
  const to = Date.parse(end) + (z.iso.date().safeParse(end).success ? DAY_MS - 1 : 0);
  const from = Date.parse(start);
  return from <= to ? { from, to } : undefined;
}

const Range = z.string().transform((text, context) => {
  const range = readRange(text);
  if (range) return { ...range, text };
  context.addIssue('This is not a range of two moments, earlier..later.');
  return z.NEVER;
});

const OriginQuery = z.strictObject({
  page: PositiveInteger.optional(),
  per_page: PositiveInteger.optional().describe(
    `Default ${String(DEFAULT_SIZE)}; more than ${String(MAX_SIZE)} counts as ${String(MAX_SIZE)}.`,
  ),
  sort: z.enum(SORTS, 'This is no order the service knows.').optional(),
  'filter[updated_at]': Range.optional().describe('Two moments or days, both included: A..B'),
});

const ModernQuery = OriginQuery.extend({
  'filter[since]': z
    .string()
    .optional()
    .describe('A cursor: asks for what changed since, deletions included.'),
}).refine((query) => query['filter[since]'] === undefined || query['filter[updated_at]'] === undefined, {
  path: ['filter[since]'],
  error: 'A cursor and a range do not go together.',
});

/** The query string of the list. */
export type ListQuery = z.output<typeof ModernQuery>;

/** The query string that the list of a mode understands. A parameter it does not know is refused, not ignored. */
export const listQuery = (mode: Mode): z.ZodType<ListQuery, Record<string, unknown>> =>
  mode.remembersDeletions ? ModernQuery : OriginQuery;

/** One page of the list, with every default filled in. */
export type PageQuery = {
  readonly page: number;
  readonly perPage: number;
  readonly sort: (typeof SORTS)[number];
  /** Milliseconds since 1970, both included. */
  readonly updated?: { readonly from: number; readonly to: number };
};

/** Fills in what a query left out. */
export function pageQuery(query: ListQuery): PageQuery {
  const updated = query['filter[updated_at]'];
  return {
    page: query.page ?? 1,
    perPage: Math.min(query.per_page ?? DEFAULT_SIZE, MAX_SIZE),
    sort: query.sort ?? 'created_at',
    ...(updated && { updated: { from: updated.from, to: updated.to } }),
  };
}

/** How many changes a delta answer has at most: as many as fit, unless the client asks for fewer. */
export const deltaSize = (query: ListQuery): number => Math.min(query.per_page ?? MAX_SIZE, MAX_SIZE);
