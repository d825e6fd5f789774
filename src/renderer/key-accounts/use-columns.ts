import { useCallback, useMemo, type RefObject } from 'react';
import { defaultColumns, type Columns } from '#shared/model/columns.ts';
import type { SortKey } from '#shared/model/record.ts';
import type { Settings } from '#shared/model/settings.ts';
import { useChangeSettings } from '../api/settings.ts';
import { useWidth } from '../ui/list/use-width.ts';
import { fittingColumns } from './columns.ts';

/** The columns of the list as a person set them, and how they are changed; a change is kept at once. */
export type ColumnSetting = {
  readonly columns: Columns;
  readonly change: (columns: Columns) => void;
  readonly reset: () => void;
};

/** Follows the columns that are set. */
export function useColumnSetting(settings: Settings): ColumnSetting {
  const changeSettings = useChangeSettings();
  const change = useCallback(
    (columns: Columns) => {
      void changeSettings({ columns });
    },
    [changeSettings],
  );
  const reset = useCallback(() => {
    change(defaultColumns);
  }, [change]);
  const { columns } = settings;
  return useMemo(() => ({ columns, change, reset }), [columns, change, reset]);
}

/** Follows which of the columns there is room for in the list. */
export function useFittingColumns(
  shown: readonly SortKey[],
  gridRef: RefObject<HTMLElement | null>,
): readonly SortKey[] {
  const width = useWidth(gridRef);
  return useMemo(() => fittingColumns(shown, width), [shown, width]);
}
