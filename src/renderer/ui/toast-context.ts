import { createContext, useContext } from 'react';
import type { Failure } from '#shared/failure.ts';

/** A short notice with at most one act. */
export type Toast = {
  readonly text: string;
  readonly action?: { readonly label: string; readonly hint?: string; readonly run: () => void };
  readonly isFailure?: boolean;
};

/** Shows notices. */
export type Toasts = {
  readonly show: (toast: Toast) => void;
  /** Says a failure in words until it is closed; `retry` does again what failed, where that can help. */
  readonly fail: (failure: Failure, retry?: () => void) => void;
  readonly clear: () => void;
};

/** Where the notices of the whole window are shown. */
export const ToastContext = createContext<Toasts | undefined>(undefined);

/** Answers how to show a notice; only inside `Toaster`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('A notice can be shown inside the Toaster only.');
  return toasts;
}
