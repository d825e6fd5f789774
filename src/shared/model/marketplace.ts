import type { RecordId } from './ids.ts';

/** Something that was done to a Marketplace Account, as the service tells it; `at` is ISO 8601. */
export type AuditEvent = {
  readonly kind: 'created' | 'updated' | 'disabled' | 'enabled' | 'activated';
  readonly at: string;
  /** Who did it; `undefined` where the service does not say. */
  readonly by: string | undefined;
};

/** A group that a Marketplace Account has. */
export type AccountGroup = {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly isDefault: boolean;
};

/** What the service alone says of a Marketplace Account, as of its last version that is here. */
export type AccountFacts = {
  readonly id: RecordId;
  readonly groups: readonly AccountGroup[];
  /** Newest first. */
  readonly audit: readonly AuditEvent[];
};
