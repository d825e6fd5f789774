import type { BackUpFailure } from './model/storage.ts';
import type { FileFault } from './model/transfer.ts';
import type { ServiceFailure } from './service-failure.ts';

/** Every expected way in which a call of the bridge can fail; the screen turns `code` into words. */
export type Failure =
  | { readonly code: 'invalid-input'; readonly issues: readonly string[] }
  | { readonly code: 'not-connected' }
  /** An administrator has set it, so the person cannot. */
  | { readonly code: 'managed' }
  /** The service is needed, and the person works offline by choice. */
  | { readonly code: 'offline-by-choice' }
  | { readonly code: 'not-found'; readonly id: string }
  | { readonly code: 'stale-decision'; readonly id: string }
  | { readonly code: 'not-decided'; readonly fields: readonly string[] }
  | { readonly code: 'changed-meanwhile'; readonly fields: readonly string[] }
  /** What was asked has to wait: for the answer to a request, for a decision, or for a word on duplicates. */
  | { readonly code: 'not-now'; readonly reason: 'under-way' | 'undecided' | 'gone' | 'duplicates' }
  | { readonly code: 'address-refused'; readonly reason: 'not-a-url' | 'not-https' | 'credentials' }
  | { readonly code: 'link-refused'; readonly url: string }
  | { readonly code: 'unsent-work'; readonly count: number }
  /** There are records of this address here, from another token: the contract does not say whose a token is. */
  | { readonly code: 'which-account'; readonly records: number; readonly unsent: number }
  | { readonly code: 'storage'; readonly reason: StorageFault }
  | { readonly code: 'back-up'; readonly reason: BackUpFailure['reason']; readonly detail: string }
  | { readonly code: 'recovery'; readonly reason: RecoveryFault; readonly detail: string }
  /** A file that a person chose could not be read or written. */
  | { readonly code: 'file'; readonly reason: FileFault }
  | { readonly code: 'service'; readonly failure: ServiceFailure }
  | { readonly code: 'unexpected'; readonly reference: string };

/** Why a write to the local copy did not happen; `unknown` means that it may have (an I/O error at commit). */
export type StorageFault = 'full' | 'busy' | 'read-only' | 'corrupt' | 'unknown';

/** Why a local copy was not replaced; everything is where it was. */
export type RecoveryFault = 'no-back-up' | 'damaged-back-up' | 'full' | 'failed';
