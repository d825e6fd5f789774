import type { Clock } from '../ports.ts';

/** The headers of every answer: the service's time, on which clients rely, and the name of the request in the log. */
export const answerHeaders = (clock: Clock, requestId: string): Readonly<Record<string, string>> => ({
  date: new Date(clock.now()).toUTCString(),
  'x-request-id': requestId,
});
