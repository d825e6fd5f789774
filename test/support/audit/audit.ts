import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Theirs } from './acts.ts';
import { readCopy, type CopyView } from './copy-view.ts';
import { findLost, findOverwritten } from './edits.ts';
import { readService, type Asker, type ServiceView } from './service-view.ts';
import { findUnrest } from './rest.ts';
import { findInconsistent } from './consistency.ts';

/** What an audit looks at. */
export type Evidence = {
  /** The file of the local copy. */
  readonly file: string;
  readonly service: Asker;
  readonly acts: readonly Act[];
  readonly theirs?: readonly Theirs[];
  /** How many records the service should have, where the test knows. */
  readonly total?: number;
  /** The folder of the log, and what must not stand in it. */
  readonly log?: { readonly folder: string; readonly secrets: readonly string[] };
};

/** Everything that the checks of one audit are made from. */
export type Audited = {
  readonly copy: CopyView;
  readonly service: ServiceView;
  readonly acts: readonly Act[];
  readonly theirs: readonly Theirs[];
};

/**
 * Holds a local copy and its service against the invariants I1 to I11 of docs/testing.md, and answers what is wrong,
 * one sentence each. With `isAtRest` everything must have arrived as well: nothing waits, both sides are equal.
 */
export async function audit(evidence: Evidence, { isAtRest = false } = {}): Promise<string[]> {
  const copy = readCopy(evidence.file);
  const service = await readService(evidence.service, copy.cursor);
  const audited = { copy, service, acts: evidence.acts, theirs: evidence.theirs ?? [] };
  return [
    ...copy.damage,
    ...findLost(audited),
    ...findOverwritten(audited),
    ...findInconsistent(audited),
    ...findCopies(service, evidence.total),
    ...(isAtRest ? findUnrest(audited) : []),
    ...findSecrets(evidence),
  ];
}

/** I2: nothing is doubled. Every test gives each record that it makes an e-mail address of its own. */
function findCopies({ records }: ServiceView, total: number | undefined): string[] {
  const made = [...records.values()].map(({ values }) => values['email']).filter((email) => email !== null);
  const twice = made.filter((email, index) => made.indexOf(email) !== index);
  const isTotal = total === undefined || total === records.size;
  return [
    ...twice.map((email) => `I2: ${String(email)} is on the service twice`),
    ...(isTotal ? [] : [`I2: the service has ${String(records.size)} records instead of ${String(total)}`]),
  ];
}

/** I9: no token and no value of a field in the log. */
function findSecrets({ log }: Evidence): string[] {
  if (!log || !existsSync(log.folder)) return [];
  const text = readdirSync(log.folder)
    .map((name) => readFileSync(join(log.folder, name), 'utf8'))
    .join('\n');
  return log.secrets.filter((secret) => text.includes(secret)).map(() => 'I9: the log tells a secret');
}
