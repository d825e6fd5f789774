import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BulkPreview, BulkProgress } from '#shared/model/bulk-edit.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { MergedSelection, Narrowing, RecordSelection, SelectionCount } from '#shared/model/selection.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** A selection with a name by which answers about it are kept: one that is changed gets another. */
export type NamedSelection = { readonly name: string; readonly selection: RecordSelection };

/** A selection that has records, and how many. */
export type SelectedRecords = NamedSelection & { readonly records: number };

/** Follows how many records are selected, and how many of them a list shows; without a selection nothing is asked. */
export const useSelectionCount = (
  named: NamedSelection | undefined,
  list: Narrowing,
): UseQueryResult<SelectionCount> =>
  useQuery({
    // Where nothing is selected, a search asks nothing, and nothing is drawn again.
    queryKey: named ? queryKeys.selectionCount(named.name, list) : queryKeys.noSelection,
    queryFn: () =>
      named
        ? unwrap(bridge.keyAccounts.countSelected({ selection: named.selection, list }))
        : { records: 0, shown: 0 },
    placeholderData: keepPreviousData,
  });

/** Follows what the selected records have in common. */
export const useMergedSelection = ({ name, selection }: NamedSelection): UseQueryResult<MergedSelection> =>
  useQuery({
    queryKey: queryKeys.mergedSelection(name),
    queryFn: () => unwrap(bridge.keyAccounts.mergeSelected(selection)),
    placeholderData: keepPreviousData,
  });

const none: ReadonlySet<RecordId> = new Set();

/** Follows which of some records are selected. */
export function useSelectedAmong(
  named: NamedSelection | undefined,
  ids: readonly RecordId[],
): ReadonlySet<RecordId> {
  const { data } = useQuery({
    queryKey: queryKeys.selectedAmong(named?.name ?? '', named ? ids : []),
    queryFn: async () =>
      named
        ? new Set(await unwrap(bridge.keyAccounts.selectedAmong({ selection: named.selection, ids })))
        : none,
    placeholderData: keepPreviousData,
  });
  return named && data ? data : none;
}

/** Reads the ids of the records at some places of a list. */
export const { listIds } = bridge.keyAccounts;

/** Looks at what the same value in one field of a selection would change, every time anew. */
export const useBulkPreview = (
  { name, selection }: NamedSelection,
  { field, value }: { readonly field: string; readonly value: FieldValue | undefined },
): UseQueryResult<BulkPreview> =>
  useQuery({
    queryKey: queryKeys.bulkPreview(name, field, value ?? null),
    queryFn: () => unwrap(bridge.keyAccounts.previewEdit({ selection, field, value: value ?? null })),
    enabled: value !== undefined,
    staleTime: 0,
    gcTime: 0,
  });

/** Does what a preview showed. */
export const { editMany } = bridge.keyAccounts;

/** Follows the edit of many records that is under way; `undefined` before its first step. */
export function useEditProgress(): BulkProgress | undefined {
  const [progress, setProgress] = useState<BulkProgress>();
  useEffect(() => bridge.on('editProgress', setProgress), []);
  return progress;
}
