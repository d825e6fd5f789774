import { useEffect, type RefObject } from 'react';

/** Puts the focus into the field that the record was opened for, once it is shown. */
export function useAskedField(
  pane: RefObject<HTMLElement | null>,
  { field, isShown }: { readonly field: string | undefined; readonly isShown: boolean },
): void {
  useEffect(() => {
    if (field === undefined || !isShown) return;
    const place = pane.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    // A status has steps in place of an input.
    (place?.querySelector<HTMLElement>('input, button') ?? place)?.focus();
  }, [pane, field, isShown]);
}
