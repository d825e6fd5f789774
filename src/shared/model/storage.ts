import { z } from 'zod';
import type { AppState } from './app-state.ts';
import type { RecordId } from './ids.ts';

/** Why a back-up was made. */
export const BackUpReason = z.enum(['daily', 'person', 'before-update', 'before-restore']);
export type BackUpReason = z.infer<typeof BackUpReason>;

/** One back-up of a local copy, as its own file tells; `number` counts the back-ups of a copy and names this one. */
export const BackUp = z.object({
  number: z.int().positive(),
  /** When it was made, ISO 8601 by this laptop's clock. */
  at: z.string(),
  why: BackUpReason,
  records: z.int().nonnegative(),
  unsent: z.int().nonnegative(),
  decisions: z.int().nonnegative(),
  /** How much had ever happened in the copy: says whether anything has since, whatever the clock does. */
  progress: z.int().nonnegative(),
});
export type BackUp = z.infer<typeof BackUp>;

/** Why there is no back-up after all; the copy itself is as it was. */
export const BackUpFailure = z.object({
  reason: z.enum(['full', 'busy', 'damaged', 'unknown']),
  detail: z.string(),
});
export type BackUpFailure = z.infer<typeof BackUpFailure>;

/** What was found in the file of a local copy, whatever happened to it. */
export const Salvaged = z.object({
  /** Records that could be read. */
  records: z.int().nonnegative(),
  /** Records that the service has, with changes that it does not have. */
  changes: z.int().nonnegative(),
  /** New records that the service does not have. */
  created: z.int().nonnegative(),
  /** Records with an open decision. */
  decisions: z.int().nonnegative(),
  /** The ids of records with something unsent of which nothing more could be read. */
  lost: z.array(z.string()).readonly(),
  /** Pages of the file of which something could not be read. */
  unreadablePages: z.int().nonnegative(),
});
export type Salvaged = z.infer<typeof Salvaged>;

/** How a copy that cannot be used is put right; nothing is deleted by any of it. */
export const Recovery = z.discriminatedUnion('kind', [
  /** A back-up takes its place, and the unsent work is put back. */
  z.strictObject({ kind: z.literal('restore'), backUp: z.int().positive() }),
  /** Everything is asked of the service anew, and the unsent work is put back. */
  z.strictObject({ kind: z.literal('afresh') }),
  /** The copy is used as it is, though it is older than it was. */
  z.strictObject({ kind: z.literal('as-it-is') }),
]);
export type Recovery = z.infer<typeof Recovery>;

/** What the settings say of the local copy. */
export type StorageInfo = {
  readonly file: string;
  /** The newest first. */
  readonly backUps: readonly BackUp[];
  /** Why the last back-up was not made, when it was not. */
  readonly failure: BackUpFailure | undefined;
  /** Salvaged changes that wait for a record which the service has not sent yet. */
  readonly held: number;
};

/** What there is to put a copy right with that cannot be opened. */
export type Examined = { readonly salvaged: Salvaged; readonly backUps: readonly BackUp[] };

/** What a recovery did, and where the app is after it. */
export type RecoveryReport = {
  readonly state: AppState;
  readonly method: Recovery['kind'];
  /** What was found in the file that was replaced; `undefined` when none was. */
  readonly salvaged: Salvaged | undefined;
  /** The folder that the replaced file was moved to. */
  readonly folder: string | undefined;
};

/** A local copy on this laptop that is not open. */
export type KnownCopy = {
  readonly name: string;
  /** The service, as its connection is called. */
  readonly label: string;
  /** How many records of each resource it holds, by its name. */
  readonly byResource: Readonly<Partial<Record<string, number>>>;
  readonly unsent: number;
};

/** The name of a known copy. */
export const CopyName = z.string().regex(/^[0-9a-f]{16}(-\d{1,4})?$/);

/** What removing the data of the open copy takes from this laptop. */
export type Removal = {
  /** The service, as its connection is called. */
  readonly label: string;
  readonly records: number;
  /** Records with work that the service does not have. */
  readonly unsent: number;
  /** The first of them. */
  readonly named: readonly {
    readonly id: RecordId;
    readonly name: string;
    readonly kind: 'new' | 'edited' | 'decision';
    readonly fields: readonly string[];
  }[];
  readonly backUps: number;
};
