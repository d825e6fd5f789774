import { useEffect, type RefObject } from 'react';

/** Puts the focus into the field that the record was opened for, once it is shown. */
export function useAskedField(
  pane: RefObject<HTMLElement | null>,
  { field, isShown }: { readonly field: string | undefined; readonly isShown: boolean },
): void {
  useEffect(() => {
    if (field === undefined || !isShown) return;
    pane.current?.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(field)}"] input`)?.focus();
  }, [pane, field, isShown]);
}
