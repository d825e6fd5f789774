import type { Choice } from '#shared/model/decision.ts';
import type { FieldValue, Values } from '#shared/model/field.ts';
import type { OperationId, RecordId } from '#shared/model/ids.ts';

/** One thing that a laptop is told to do. */
export type Step =
  | {
      readonly do: 'edit';
      readonly id: RecordId;
      readonly field: string;
      readonly value: FieldValue;
      readonly operation: OperationId;
    }
  | {
      readonly do: 'create';
      readonly id: RecordId;
      readonly values: Values;
      readonly operation: OperationId;
    }
  | {
      readonly do: 'edit all';
      readonly field: string;
      readonly value: FieldValue;
      readonly act: OperationId;
    }
  | { readonly do: 'choose'; readonly id: RecordId; readonly field: string; readonly choice: Choice }
  | { readonly do: 'save'; readonly id: RecordId; readonly result: Values }
  | { readonly do: 'round' };

/** What a laptop in a process of its own works on, and when it kills itself. */
export type Job = {
  readonly folder: string;
  readonly address: string;
  readonly token: string;
  readonly pageSize: number;
  /** The ledger of the person's acts. */
  readonly acts: string;
  readonly steps: readonly Step[];
  /** The file that every point is written to that could be a last one. */
  readonly points: string;
  /** The number of the point at which the process kills itself; it lives to its end without one. */
  readonly killAt?: number;
};
