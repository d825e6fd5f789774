import { z } from 'zod';
import { FieldValue, type Values } from './field.ts';
import { OperationId, RecordId } from './ids.ts';

/** A person's answer for one field. */
export const Choice = z.discriminatedUnion('side', [
  z.strictObject({ side: z.literal('yours') }),
  z.strictObject({ side: z.literal('server') }),
  z.strictObject({ side: z.literal('other'), value: FieldValue }),
]);
export type Choice = z.infer<typeof Choice>;

/** Which of the service's versions that were merged into a record, counted here: a token may stand for two. */
const Version = z.int().nonnegative();

/** One field that was changed here and on the service, with its three versions. */
export type ConflictField = {
  readonly field: string;
  readonly base: FieldValue;
  readonly local: FieldValue;
  readonly remote: FieldValue;
  readonly choice: Choice | undefined;
  /** When the value was typed here, ISO 8601. */
  readonly localAt: string | undefined;
  /** When the service's version was edited, as the service says. */
  readonly remoteAt: string | undefined;
};

/** A record in the inbox of decisions. */
export type DecisionSummary = {
  readonly id: RecordId;
  readonly label: string;
  readonly fields: readonly string[];
  readonly decided: number;
  readonly detectedAt: string;
};

/** A record whose conflict is open, with everything that the workspace shows. */
export type Decision = {
  readonly id: RecordId;
  readonly label: string;
  /** The version of the record that the choices are about, by this laptop's own count. */
  readonly version: number;
  readonly values: Values;
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
  readonly detectedAt: string;
  readonly fields: readonly ConflictField[];
};

/** The decision log as it was saved: how many entries, and whether their chain is whole. */
export type SavedLog = { readonly entries: number; readonly isIntact: boolean };

/** A record that was merged without a question, newest first; `historyId` takes it back. */
export type MergedRecord = {
  readonly historyId: number;
  readonly id: RecordId;
  readonly label: string;
  readonly at: string;
  readonly yours: readonly string[];
  readonly server: readonly string[];
  readonly canUndo: boolean;
};

/** A window of the records that were merged without a question. */
export const MergedQuery = z.strictObject({
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
});
export type MergedQuery = z.infer<typeof MergedQuery>;

/** The records of a window, and how many there are in all. */
export type MergedPage = { readonly records: readonly MergedRecord[]; readonly total: number };

/** Chooses one field's answer, or takes the choice back with `undefined`, for the version that was shown. */
export const ChooseField = z.strictObject({
  id: RecordId,
  version: Version,
  field: z.string().min(1).max(64),
  choice: Choice.optional(),
});
export type ChooseField = z.infer<typeof ChooseField>;

/** Names an open conflict in the version that was on the screen. */
export const DecisionVersion = z.strictObject({ id: RecordId, version: Version });
export type DecisionVersion = z.infer<typeof DecisionVersion>;

/** The saving of an answered decision, as an act that can be taken back. */
export const SaveDecision = DecisionVersion.extend({ act: OperationId.optional() });
export type SaveDecision = z.infer<typeof SaveDecision>;

/** The service's copy as it is now, asked for before an overwrite; `result` is what the overwrite would send. */
export type ServerCopy = { readonly version: number; readonly remote: Values; readonly result: Values };
