import { z } from 'zod';
import type { FieldValue } from './field.ts';
import { RecordId } from './ids.ts';
import { ListQuery } from './record.ts';
import type { StateKind } from './state-kind.ts';

/** The most records that a selection names one by one. */
export const MOST_NAMED = 5000;

/** What narrows a list, whatever its order. */
export const Narrowing = ListQuery.pick({ search: true, filters: true, changedSince: true });
export type Narrowing = z.infer<typeof Narrowing>;

const Named = z.array(RecordId).max(MOST_NAMED).readonly();

/**
 * Some records: everything that a list narrowed like this has, if anything, and `more` one by one, but for `less`. What
 * comes into such a list later is selected, too.
 */
export const RecordSelection = z.strictObject({ all: Narrowing.optional(), more: Named, less: Named });
export type RecordSelection = z.infer<typeof RecordSelection>;

/** A selection beside the list that is shown. */
export const SelectionInList = z.strictObject({ selection: RecordSelection, list: Narrowing });
export type SelectionInList = z.infer<typeof SelectionInList>;

/** How many records are selected, and how many of them the list shows. */
export type SelectionCount = { readonly records: number; readonly shown: number };

/** The most records whose values are compared. */
export const MOST_COMPARED = 1000;

/** What the selected records have in one field: how many different values, in how many it is empty, the commonest ones. */
export type MergedField = {
  readonly field: string;
  readonly different: number;
  readonly empty: number;
  readonly commonest: readonly { readonly value: FieldValue; readonly records: number }[];
};

/** The value that a person typed for one field of all that is selected; `text` is empty where only the field is said. */
export type AskedValue = { readonly field: string; readonly text: string };

/** What is selected, field by field and state by state; more records than can be compared are not. */
export type MergedSelection =
  | {
      readonly kind: 'compared';
      readonly fields: readonly MergedField[];
      readonly states: Readonly<Partial<Record<StateKind, number>>>;
    }
  | { readonly kind: 'too-many' };

/** Asks which of some records are selected. */
export const SelectedAmong = z.strictObject({
  selection: RecordSelection,
  ids: z.array(RecordId).max(1000).readonly(),
});
export type SelectedAmong = z.infer<typeof SelectedAmong>;

/** Some places of a list one after the other. */
export const PlacesInList = ListQuery.omit({ limit: true }).extend({
  limit: z.int().min(1).max(MOST_NAMED),
});
export type PlacesInList = z.infer<typeof PlacesInList>;
