import { z } from 'zod';
import type { DecisionSummary } from './decision.ts';
import type { FieldValue } from './field.ts';
import { OperationId, RecordId } from './ids.ts';

/** What the inbox of decisions is grouped by. */
export const Grouping = z.enum(['record', 'field', 'pair']);
export type Grouping = z.infer<typeof Grouping>;

/** The name of a group; two groups of one grouping never share it. */
const GroupKey = z.string().max(50_000);

/** What one entry of the inbox is about: a record, or in a group only one field of it. */
export const Member = z.strictObject({ id: RecordId, group: GroupKey.optional() });
export type Member = z.infer<typeof Member>;

/** A window of the inbox. */
export const InboxQuery = z.strictObject({
  grouping: Grouping,
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/** Both sides' values of a field. */
export type ValuePair = { readonly yours: FieldValue; readonly server: FieldValue };

/** The head of a group: every record in it differs in this field, and by pairs in these values. */
export type InboxGroup = {
  readonly kind: 'group';
  readonly key: string;
  readonly field: string;
  readonly pair: ValuePair | undefined;
  readonly records: number;
};

/** A record in the inbox; in a group it stands for one field of it. */
export type InboxRecord = DecisionSummary & {
  readonly kind: 'record';
  readonly group: string | undefined;
  /** What differs, where the group does not say it. */
  readonly differs: (ValuePair & { readonly field: string }) | undefined;
  /** Whether all that this entry stands for has an answer. */
  readonly isAnswered: boolean;
};

/** A window of the inbox, and how much there is in all: entries, those without the heads of groups, records. */
export type InboxPage = {
  readonly entries: readonly (InboxGroup | InboxRecord)[];
  readonly total: number;
  readonly members: number;
  readonly records: number;
};

/** Where a person is in the decisions; kept through a restart. */
export const InboxPlace = z.strictObject({ grouping: Grouping, open: Member.optional() });
export type InboxPlace = z.infer<typeof InboxPlace>;

/** An entry of the inbox with its place, and the records before and after it. */
export type FoundPlace = {
  readonly index: number;
  readonly open: Member;
  /** The field that the entry stands for; `undefined` where it stands for the whole record. */
  readonly field: string | undefined;
  readonly before: Member | undefined;
  readonly after: Member | undefined;
};

/** Some entries of the inbox: all of them or whole groups, and single ones more or less. */
export const InboxScope = z.strictObject({
  grouping: Grouping,
  isAll: z.boolean(),
  groups: z.array(GroupKey).max(5000),
  more: z.array(Member).max(5000),
  less: z.array(Member).max(5000),
});
export type InboxScope = z.infer<typeof InboxScope>;

/** One field that a common answer would decide, or why its record is left out of it. */
export type CommonField = ValuePair & {
  readonly id: RecordId;
  readonly label: string;
  readonly field: string;
  readonly base: FieldValue;
  /** The record's fields that have no answer and are not in the selection; empty where it takes part. */
  readonly alsoOpen: readonly string[];
};

/** What a common answer would do: the first fields of those that take part and of those left out, and how many. */
export type CommonPreview = {
  readonly preview: string;
  readonly fields: readonly CommonField[];
  readonly records: number;
  readonly leftOut: readonly CommonField[];
  readonly recordsLeftOut: number;
};

/** The same answer for every record that a preview showed, but for those in `except`. */
export const CommonAnswer = z.strictObject({
  act: OperationId,
  preview: z.string().max(64),
  side: z.enum(['yours', 'server']),
  except: z.array(RecordId).max(200),
});
export type CommonAnswer = z.infer<typeof CommonAnswer>;

/** What a common answer did. */
export type CommonOutcome = {
  readonly saved: number;
  /** Records that changed since the preview: nothing was decided about them. */
  readonly refused: readonly { readonly id: RecordId; readonly label: string }[];
};
