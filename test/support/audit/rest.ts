import type { Audited } from './audit.ts';
import { at, isSame } from './service-view.ts';

/** I7: when faults have stopped and everything was decided, nothing waits and both sides are equal. */
export function findUnrest({ copy, service }: Audited): string[] {
  const open = copy.attempts.filter(({ outcome }) => outcome !== 'checked').length;
  return [
    ...(copy.outbox.size > 0 ? [`I7: ${String(copy.outbox.size)} records still wait`] : []),
    ...(open > 0 ? [`I7: the outcome of ${String(open)} requests is still not known`] : []),
    ...(copy.conflicts.length > 0
      ? [`I7: ${String(copy.conflicts.length)} fields still wait for a decision`]
      : []),
    ...findDifferences({ copy, service }),
  ];
}

function findDifferences({ copy, service }: Pick<Audited, 'copy' | 'service'>): string[] {
  const ids = new Set([...copy.records.keys(), ...service.records.keys()]);
  return [...ids].flatMap((id) => {
    const [here, there] = [copy.records.get(id), service.records.get(id)];
    if (!here) return [`I7: ${id} is on the service but not here`];
    if (!there) return here.isMissing ? [] : [`I7: ${id} is here but not on the service`];
    return Object.keys(there.values)
      .filter((field) => !isSame(at(here.local, field), at(there.values, field)))
      .map((field) => `I7: ${field} of ${id} differs from the service`);
  });
}
