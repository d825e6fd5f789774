import type { Audited } from './audit.ts';
import type { CopyView, RecordRow } from './copy-view.ts';
import { at, isSame } from './service-view.ts';

/** I3, I6 and I10: what one commit wrote together agrees, and the cursor is not past what was applied. */
export function findInconsistent({ copy, service }: Audited): string[] {
  return [
    ...[...copy.records.values()].flatMap((record) => findDisagreement(copy, record)),
    ...findSkipped(copy, service),
  ];
}

function findDisagreement(copy: CopyView, record: RecordRow): string[] {
  const { id, state } = record;
  const isWaiting = copy.outbox.has(id);
  const shouldWait = isUnsent(record) || hasOpenAttempt(copy, id);
  const derived = stateOf(copy, record);
  return [
    ...(isWaiting === shouldWait
      ? []
      : [
          `I3: ${id} is ${isWaiting ? '' : 'not '}in the outbox but has ${shouldWait ? 'something' : 'nothing'} to send`,
        ]),
    ...(state === derived ? [] : [`I10: ${id} is shown as ${state} but is ${derived}`]),
  ];
}

const isUnsent = ({ local, base }: RecordRow): boolean =>
  base === undefined || Object.keys(local).some((field) => at(local, field) !== at(base, field));

const hasOpenAttempt = ({ attempts }: CopyView, id: string): boolean =>
  attempts.some((sent) => sent.id === id && sent.outcome !== 'checked');

/** The state of a record as docs/sync.md derives it, written a second time. */
function stateOf(copy: CopyView, { id, isMissing }: RecordRow): string {
  const outcomes = copy.attempts.filter((sent) => sent.id === id).map(({ outcome }) => outcome);
  if (isMissing) return 'missing';
  if (copy.conflicts.some((open) => open.id === id)) return 'conflict';
  if (copy.outbox.get(id)?.isRefused === true) return 'needs-attention';
  if (outcomes.includes('sending')) return 'sending';
  if (outcomes.includes('unknown')) return 'unknown';
  return copy.outbox.has(id) ? 'dirty' : 'clean';
}

/** Records that the delta will never name again, although their present version is not here. */
function findSkipped(copy: CopyView, { records, changedSince }: Audited['service']): string[] {
  if (!changedSince) return [];
  return [...records.values()]
    .filter(({ id, token, values }) => {
      if (changedSince.has(id)) return false;
      const here = copy.records.get(id);
      const isEqual = Object.keys(values).every((field) => isSame(at(here?.base, field), at(values, field)));
      return here?.token !== token || !isEqual;
    })
    .map(({ id }) => `I6: the cursor is past ${id}, which was not applied`);
}
