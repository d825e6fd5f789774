import { z } from 'zod';
import { FieldValue, type Values } from './field.ts';
import { OperationId, RecordId, type Token } from './ids.ts';
import { RecordFilter } from './record-filter.ts';

/** Where a record stands between this laptop and the service (docs/sync.md §1). */
export const RecordState = z.enum([
  'clean',
  'dirty',
  'sending',
  'unknown',
  'conflict',
  'needs-attention',
  'missing',
]);
export type RecordState = z.infer<typeof RecordState>;

/** What the list is ordered by; a record without the value comes behind all others when ascending. */
export const SortKey = z.enum([
  'name',
  'first_name',
  'last_name',
  'email',
  'remote_id',
  'primary',
  'last_download',
  'state',
  'updated',
  'created',
]);
export type SortKey = z.infer<typeof SortKey>;

/** One window of the list: which records, in which order, from which place. */
export const ListQuery = z.strictObject({
  search: z.string().max(200),
  filters: z.array(RecordFilter).max(RecordFilter.options.length),
  changedSince: z.iso.datetime().optional(),
  sort: z.strictObject({ by: SortKey, direction: z.enum(['ascending', 'descending']) }),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** A record as a row of the list shows it. */
export type RecordRow = {
  readonly id: RecordId;
  readonly values: Values;
  readonly state: RecordState;
  /** True until the service has it. */
  readonly isNew: boolean;
  /** When a person last edited it, ISO 8601. */
  readonly updatedAt: string | undefined;
  /** When it was made: as the service says, and before it has it, here. */
  readonly createdAt: string | undefined;
};

/** A window of the list and how many records there are. */
export type RecordWindow = {
  readonly rows: readonly RecordRow[];
  readonly total: number;
  /** False where counting takes longer than showing: then there are `total` records at least. */
  readonly isCounted: boolean;
  /** How many there were without the filters; counted where none is left with them. */
  readonly totalWithoutFilters: number;
};

/** A change of one field. */
export type Change = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue };

/** What happened to a record, in the words of docs/sync.md. */
export const HistoryKind = z.enum([
  'create',
  'edit',
  'undo',
  'redo',
  'pull',
  'merge',
  'conflict',
  'decision',
  'overwrite',
  'sent',
  'refused',
  'missing',
  'returned',
  'salvaged',
  'kept',
  'hidden',
  'put-back',
  'made-again',
  'adopted',
  'possible-duplicate',
  'no-duplicate',
  'told-apart',
  'rewound',
  'discarded',
]);
export type HistoryKind = z.infer<typeof HistoryKind>;

/** One line of a record's history; `at` is ISO 8601 by this laptop's clock. */
export type HistoryEntry = {
  readonly id: number;
  readonly at: string;
  readonly kind: HistoryKind;
  readonly changes: readonly Change[];
  readonly canUndo: boolean;
};

/** Why a record needs attention: what the service said, about which field, and when. */
export type Attention = {
  readonly sentence: string;
  readonly field: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly at: string;
};

/** A record that may be the same as another one. */
export type PossibleDuplicate = { readonly id: RecordId; readonly label: string; readonly values: Values };

/** A record that may be the one that a person is making, and what is the same in both. */
export type Alike = PossibleDuplicate & { readonly by: 'remote_id' | 'email' | 'name' };

/** A record with all that its screen shows. */
export type RecordDetail = RecordRow & {
  /** The last version of the service that was merged; `undefined` while the record is new. */
  readonly base: Values | undefined;
  /** When the service was last known to have no newer version, ISO 8601; `undefined` where nobody knows. */
  readonly confirmedAt: string | undefined;
  readonly storedAt: Token | undefined;
  /** When this laptop's unsent edit was made. */
  readonly editedAt: string | undefined;
  /** When a request left whose answer never came. */
  readonly sentWithoutAnswerAt: string | undefined;
  readonly attention: Attention | undefined;
  readonly openDecisions: readonly string[];
  /** What a person said of the record when it was missing. */
  readonly judgement: 'kept' | 'hidden' | undefined;
  /** Whether it was made here, never sent, and taken back. */
  readonly isTakenBack: boolean;
  /** Records that may be this one: it was sent, no answer came, and the service gives ids of its own. */
  readonly possibleDuplicates: readonly PossibleDuplicate[];
  /** The newest edit that can still be undone. */
  readonly lastEdit:
    | {
        readonly historyId: number;
        readonly at: string;
        readonly fields: readonly string[];
        /** The act that it was, where that changed nothing else. */
        readonly act: OperationId | undefined;
      }
    | undefined;
  readonly historyCount: number;
};

/**
 * An edit of one field. `seen` is the value that the person saw when they began: where it is no longer the value,
 * the edit becomes a decision instead of going over what came in meanwhile.
 */
export const FieldEdit = z.strictObject({
  operation: OperationId,
  id: RecordId,
  field: z.string().min(1).max(64),
  value: FieldValue,
  seen: FieldValue,
});
export type FieldEdit = z.infer<typeof FieldEdit>;

/** A new record made on this laptop. */
export const NewRecord = z.strictObject({
  operation: OperationId,
  id: RecordId,
  values: z.record(z.string().max(64), FieldValue),
});
export type NewRecord = z.infer<typeof NewRecord>;

/**
 * What a person says of a record that the service no longer has. `keep`: it stays as it is, on this laptop only;
 * `hide`: it leaves the list, with the edits that were not sent; `put-back`: one that left the list is in it again, as
 * it was; `create-again`: it is made anew on the service.
 */
export const JudgeMissing = z.strictObject({
  id: RecordId,
  choice: z.enum(['keep', 'hide', 'put-back', 'create-again']),
});
export type JudgeMissing = z.infer<typeof JudgeMissing>;

/** What a person says of possible duplicates: `id` is the same as `other`, or without it, none of them. */
export const JudgeDuplicate = z.strictObject({ id: RecordId, other: RecordId.optional() });
export type JudgeDuplicate = z.infer<typeof JudgeDuplicate>;
