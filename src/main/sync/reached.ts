import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';
import type { LoopState } from './report.ts';

const UNREACHED: readonly ServiceFailureKind[] = [
  'unreachable',
  'timeout',
  'certificate',
  'redirected',
  'not-the-service',
];

/** What the end of a round says of the connection. */
export function reachedAfter(failure: ServiceFailure | undefined): LoopState['reached'] {
  if (failure?.kind === 'signed-out') return 'signed-out';
  return failure && UNREACHED.includes(failure.kind) ? 'no-connection' : 'connected';
}
