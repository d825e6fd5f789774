import type { SortKey } from '#shared/model/record.ts';

const TIMES: readonly SortKey[] = ['updated', 'created', 'last_download'];

/** The way that is sorted in when something is chosen first: newest first, else from A. */
export const firstDirection = (by: SortKey): 'ascending' | 'descending' =>
  TIMES.includes(by) ? 'descending' : 'ascending';
