import { z } from 'zod';
import { FieldValue } from './field.ts';
import { OperationId } from './ids.ts';
import { Separator, TableColumn } from './transfer.ts';

/** The encodings that a table can be read in. */
export const Encoding = z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']);
export type Encoding = z.infer<typeof Encoding>;

/** How the bytes of a file are taken for rows and cells: those of a table, or vCards, each of which is a row. */
export const Reading = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    encoding: Encoding,
    separator: Separator,
    hasHead: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('vcards'), encoding: Encoding }),
]);
export type Reading = z.infer<typeof Reading>;

/** Where a column of a table goes: into a field, or it names the record. */
export const ImportTarget = TableColumn.exclude(['state', 'updated']);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** By what a row finds the record that is here already. */
export const MatchBy = z.enum(['id', 'remote_id', 'email', 'nothing']);
export type MatchBy = z.infer<typeof MatchBy>;

/** How a table becomes records; a column that goes nowhere is `null`. */
export const ImportPlan = z.strictObject({
  reading: Reading,
  columns: z.array(ImportTarget.nullable()).max(200).readonly(),
  match: MatchBy,
  /** Whether an empty cell leaves what is there, or clears it. */
  emptyCells: z.enum(['keep', 'clear']),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** A table as it begins: the names of its columns, the first cells of each that are not empty, and what seems to fit. */
export const TableHead = z.object({
  reading: Reading,
  rows: z.int().nonnegative(),
  titles: z.array(z.string()).readonly(),
  samples: z.array(z.array(z.string()).readonly()).readonly(),
  columns: z.array(ImportTarget.nullable()).readonly(),
  match: MatchBy,
  /** What vCards say beside that: the names of properties, `N` and `EMAIL` for what is more of these than one field takes. */
  others: z.array(z.string()).readonly(),
});
export type TableHead = z.infer<typeof TableHead>;

/** A table that a person chose, by its name without its folder. */
export type ChosenTable = TableHead & { readonly name: string };

/**
 * Why a row is left out: its cells do not fit, its vCard lacks its beginning or end (`not-whole`), has lines that are none
 * (`broken-line`) or is of a group of people (`group`), another row has the same record (`twice`), several records fit (`ambiguous`), or the record waits for
 * something of its own (`decision`, `missing`).
 */
export const RowFault = z.enum([
  'empty',
  'broken-quotes',
  'too-many-cells',
  'not-whole',
  'broken-line',
  'group',
  'bad-letters',
  'too-long',
  'not-a-flag',
  'bad-id',
  'twice',
  'ambiguous',
  'decision',
  'missing',
]);
export type RowFault = z.infer<typeof RowFault>;

/** A row that is left out; rows are counted from 1 as a spreadsheet does, columns from 0. */
export const LeftRow = z.object({ row: z.int(), column: z.int().optional(), why: RowFault });
export type LeftRow = z.infer<typeof LeftRow>;

/** How many records an import makes, changes and finds as they are already. */
const Tally = z.object({ created: z.int(), changed: z.int(), same: z.int() });

/** What an import would do. */
export const ImportPreview = Tally.extend({
  left: z.int(),
  /** The first of the rows that are left out. */
  leftRows: z.array(LeftRow).readonly(),
  /** The first of the rows that do something. */
  first: z
    .array(
      z.object({
        row: z.int(),
        isNew: z.boolean(),
        label: z.string(),
        fields: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** An import that a person asks for, as an act of theirs. */
export const ImportOrder = z.strictObject({ act: OperationId, plan: ImportPlan });
export type ImportOrder = z.infer<typeof ImportOrder>;

/** What an import did. */
export type ImportReport = z.infer<typeof Tally> & {
  readonly left: number;
  readonly leftRows: readonly LeftRow[];
};

/** How far an import is. */
export type ImportProgress = { readonly done: number; readonly total: number };

/** One line of an import that is laid ready: a record to make or change, or a row that is left out. */
export const StagedRow = z.union([
  z.object({
    row: z.int(),
    id: z.string(),
    isNew: z.boolean(),
    values: z.record(z.string(), FieldValue),
    seen: z.record(z.string(), FieldValue),
  }),
  LeftRow,
]);
export type StagedRow = z.infer<typeof StagedRow>;
