import { z } from 'zod';
import type { Ports } from './ports.ts';
import type { StoredDocument } from './stored-document.ts';

/** The run that is under way; after one that ended in order there is nothing in it. */
export const RunMark = z.strictObject({ startedAt: z.string().max(40).optional() });
export type RunMark = z.infer<typeof RunMark>;

/** How the last run of the app ended, and how this one does. */
export type LastRun = {
  /** Whether the last run was broken off: killed, crashed, without power. Answers true once. */
  readonly takeBrokenOff: () => boolean;
  /** Takes note that this run ends in order. */
  readonly endInOrder: () => void;
};

/** Marks that this run has begun. A mark that is there already is of a run that never came to its end. */
export function beginRun(
  mark: StoredDocument<RunMark>,
  { clock, log }: Pick<Ports, 'clock' | 'log'>,
): LastRun {
  const { startedAt } = mark.get();
  let isBrokenOff = startedAt !== undefined;
  if (isBrokenOff) log.warn('the last run was broken off', { startedAt });
  mark.set({ startedAt: new Date(clock.now()).toISOString() });
  return {
    takeBrokenOff: () => {
      const answer = isBrokenOff;
      isBrokenOff = false;
      return answer;
    },
    endInOrder: () => {
      mark.set({});
    },
  };
}
