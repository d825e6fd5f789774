import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';

const KINDS: readonly ServiceFailureKind[] = [
  'unreachable',
  'busy',
  'certificate',
  'redirected',
  'not-the-service',
  'signed-out',
];

/** Whether every other record would meet this failure as well: the rest waits for the next round. */
export const stopsRound = ({ kind }: ServiceFailure): boolean => KINDS.includes(kind);
