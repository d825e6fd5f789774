import type { ServiceFailure } from '#shared/service-failure.ts';

/**
 * How the turn of one record ended: nothing of it is left to do now; it waits some milliseconds although nothing
 * failed; or why it could not be done.
 */
export type Pushed =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly wait: number; readonly isBusy: boolean }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

/** A turn that left nothing to do now. */
export const done: Pushed = { kind: 'done' };

/** A turn that has to wait, in milliseconds; `isBusy`: because others write the record all the time. */
export const later = (wait: number, { isBusy = false } = {}): Pushed => ({ kind: 'later', wait, isBusy });

/** A turn that ended with a failure. */
export const failed = (failure: ServiceFailure): Pushed => ({ kind: 'failed', failure });
