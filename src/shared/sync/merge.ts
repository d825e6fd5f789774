// Step 3 of docs/sync.md: Merge.
import { unreachable } from '../assert.ts';
import {
  sameMeaning,
  valueOf,
  type FieldKind,
  type FieldValue,
  type Fields,
  type Values,
} from '../model/field.ts';

/** The three versions of a record that a merge looks at, and every payload of ours that may have landed. */
export type Versions = {
  readonly base: Values;
  readonly local: Values;
  readonly remote: Values;
  readonly attempts: readonly Values[];
};

/** A field that was changed differently on both sides. */
export type FieldConflict = {
  readonly field: string;
  readonly base: FieldValue;
  readonly local: FieldValue;
  readonly remote: FieldValue;
};

/** What a merge decides: the new `local`, which fields came from which side, and those that a person must decide. */
export type Merged = {
  readonly local: Values;
  readonly taken: readonly string[];
  readonly kept: readonly string[];
  readonly conflicts: readonly FieldConflict[];
};

type Verdict = 'unchanged' | 'take-remote' | 'agree' | 'keep-local' | 'conflict';
type Three = { readonly base: FieldValue; readonly local: FieldValue; readonly remote: FieldValue };

/**
 * Merges three versions field by field: a change on one side wins, the same change on both sides is none, and two
 * different changes are a conflict whose local value stays until a person decides.
 */
export function merge(fields: Fields, versions: Versions): Merged {
  const local: Record<string, FieldValue> = { ...versions.local };
  const taken: string[] = [];
  const kept: string[] = [];
  const conflicts: FieldConflict[] = [];
  for (const [field, kind] of Object.entries(fields)) {
    const three = threeOf(kind, versions, field);
    const verdict = decide(kind, three);
    switch (verdict) {
      case 'unchanged':
        // A local value that differs in form only (a blank, a capital) is still to be sent, unless it was.
        if (isKnownForm(versions, field)) local[field] = three.remote;
        break;
      case 'take-remote':
        taken.push(field);
        local[field] = three.remote;
        break;
      case 'agree':
        local[field] = three.remote;
        break;
      case 'keep-local':
        kept.push(field);
        break;
      case 'conflict':
        conflicts.push({ field, ...three });
        break;
      default:
        unreachable(verdict);
    }
  }
  return { local, taken, kept, conflicts };
}

function threeOf(kind: FieldKind, versions: Versions, field: string): Three {
  const base = valueOf(versions.base, field);
  const remote = valueOf(versions.remote, field);
  // Important! A remote value that we sent ourselves is no colleague's change, even when its answer was lost.
  const isOurs =
    !sameMeaning(kind, remote, base) &&
    versions.attempts.some((sent) => field in sent && sameMeaning(kind, valueOf(sent, field), remote));
  return { base: isOurs ? remote : base, local: valueOf(versions.local, field), remote };
}

/** Whether the local value is to the letter what the service had or was sent, so that its form is the better one. */
const isKnownForm = ({ base, local, attempts }: Versions, field: string): boolean =>
  [base, ...attempts.filter((sent) => field in sent)].some(
    (version) => valueOf(version, field) === valueOf(local, field),
  );

function decide(kind: FieldKind, { base, local, remote }: Three): Verdict {
  const isRemoteUnchanged = sameMeaning(kind, remote, base);
  if (sameMeaning(kind, local, base)) return isRemoteUnchanged ? 'unchanged' : 'take-remote';
  if (sameMeaning(kind, local, remote)) return 'agree';
  return isRemoteUnchanged ? 'keep-local' : 'conflict';
}
