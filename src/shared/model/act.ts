import type { OperationId, RecordId } from './ids.ts';

/** What a person did as one act. */
export type ActKind =
  | 'create'
  | 'edit'
  | 'bulk-edit'
  | 'import'
  | 'decide'
  | 'discard'
  | 'restore'
  | 'keep'
  | 'hide'
  | 'put-back'
  | 'create-again'
  | 'keep-apart'
  | 'join'
  | 'tell-apart'
  | 'overwrite';

/**
 * Why a record was left as it is: changed since, perhaps on the service already, not here any more, or two records
 * became one.
 */
export type LeftWhy = 'changed' | 'sent' | 'gone' | 'joined';

/** What the taking back or doing again of an act came to; what was changed since is never gone over. */
export type TakenBack = {
  readonly done: readonly RecordId[];
  readonly left: readonly { readonly id: RecordId; readonly label: string; readonly why: LeftWhy }[];
};

/** An act that stands, as it can be named to a person. */
export type ActSummary = {
  readonly act: OperationId;
  readonly kind: ActKind;
  readonly at: string;
  /** How many records it changed. */
  readonly count: number;
  /** The name of one of them. */
  readonly label: string;
};
