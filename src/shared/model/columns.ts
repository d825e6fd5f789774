import { z } from 'zod';
import { SortKey } from './record.ts';

/** The narrowest and the widest that a person can make a column, in CSS pixels. */
export const COLUMN_WIDTHS = { least: 48, most: 800 } as const;

/** Columns of the list in their order, each of them once; the name is always among them. */
export const ShownColumns = z
  .array(SortKey)
  .refine((shown) => new Set(shown).size === shown.length && shown.includes('name'))
  .readonly();
export type ShownColumns = z.infer<typeof ShownColumns>;

/** How the list's columns stand: which are shown, in their order, and the widths that a person gave, in CSS pixels. */
export const Columns = z.strictObject({
  shown: ShownColumns,
  widths: z.partialRecord(SortKey, z.int().min(COLUMN_WIDTHS.least).max(COLUMN_WIDTHS.most)).readonly(),
});
export type Columns = z.infer<typeof Columns>;

/** The columns of a new installation. */
export const defaultColumns: Columns = {
  shown: ['name', 'email', 'remote_id', 'state', 'updated'],
  widths: {},
};
