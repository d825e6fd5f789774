import type { Round } from '#shared/model/sync-status.ts';
import type { Applied } from './apply-remote.ts';

/** What a round has done so far. */
export type Tally = {
  -readonly [Name in 'got' | 'sent' | 'merged' | 'decisions' | 'refused' | 'unanswered']: Round[Name];
};

/** A tally with nothing in it. */
export const emptyTally = (): Tally => ({
  got: 0,
  sent: 0,
  merged: 0,
  decisions: 0,
  refused: 0,
  unanswered: 0,
});

/** Counts what a version of the service did. */
export function countApplied(tally: Tally, applied: Applied): void {
  if (applied !== 'unchanged' && applied !== 'doubted') tally.got += 1;
  if (applied === 'merged') tally.merged += 1;
  if (applied === 'conflict') tally.decisions += 1;
}
