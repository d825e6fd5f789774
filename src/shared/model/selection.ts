import { z } from 'zod';
import { RecordId } from './ids.ts';
import { ListQuery } from './record.ts';

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
