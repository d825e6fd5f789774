import { z } from 'zod';
import type { RecordId } from './ids.ts';
import type { Attention, Change, HistoryKind, RecordState } from './record.ts';

/**
 * A part of the sync centre that lists records: what is sent by itself, what a person has to look at first, and what a
 * person took out of the list and is not sent.
 */
export const SyncPart = z.enum(['waiting', 'attention', 'aside']);
export type SyncPart = z.infer<typeof SyncPart>;

/** One page of a part, the oldest edit first. */
export const UnsentQuery = z.strictObject({
  part: SyncPart,
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
});
export type UnsentQuery = z.infer<typeof UnsentQuery>;

/** A record with something to send, and what is known of the tries to send it. */
export type UnsentRecord = {
  readonly id: RecordId;
  readonly label: string;
  readonly state: RecordState;
  /** True until the service has it. */
  readonly isNew: boolean;
  /** When the oldest unsent edit was made, ISO 8601; `undefined` where nothing is to be sent. */
  readonly since: string | undefined;
  /** What is sent, from the service's last known value to the one here; a new record's empty fields are left out. */
  readonly changes: readonly Change[];
  /** Requests that may have reached the service although no answer came. */
  readonly tries: number;
  /** The newest of them. */
  readonly lastTry: { readonly at: string; readonly outcome: 'sending' | 'unknown' | 'checked' } | undefined;
  readonly attention: Attention | undefined;
  /** Whether a person has to say first if it is on the service already. */
  readonly hasDuplicates: boolean;
  /** Whether a field of it waits for a decision. */
  readonly isUndecided: boolean;
};

/** A page of a part, and how many records the whole part has. */
export type UnsentPage = { readonly rows: readonly UnsentRecord[]; readonly total: number };

/** The name of a record whose unsent values were discarded. */
export type Discarded = { readonly label: string };

/** Work that was put back from a lost copy and waits until its record comes. */
export type HeldRecord = { readonly id: RecordId; readonly at: string; readonly changes: readonly Change[] };

/** The first of these, and how many there are. */
export type HeldPage = { readonly rows: readonly HeldRecord[]; readonly total: number };

/** A page of the decision log, newest first; `before` is the number of the entry that it ends before. */
export const LogQuery = z.strictObject({
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(100),
});
export type LogQuery = z.infer<typeof LogQuery>;

/** What was decided about one field: the side whose value it is now, where that is known. */
export type DecidedField = {
  readonly field: string;
  readonly side: 'yours' | 'server' | 'other' | undefined;
};

/** What an entry of the log is about. */
export type LogKind = Exclude<HistoryKind, 'create' | 'edit' | 'pull' | 'sent'> | 'vanished';

/** One decision; `historyId` takes it back, where that can still be done, and `isHere` says that its record can be opened. */
export type LogLine = {
  readonly entry: number;
  readonly id: RecordId;
  readonly label: string;
  readonly at: string;
  readonly kind: LogKind;
  readonly fields: readonly DecidedField[];
  readonly historyId: number | undefined;
  readonly isHere: boolean;
};
