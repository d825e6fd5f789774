import type { Store } from '../store/open-store.ts';
import { SAMPLE_TIME, samplePerson } from './sample-people.ts';

/** Which sample people, whose they are, and what time it is, in milliseconds since 1970. */
export type Sample = {
  readonly records: number;
  readonly seed: number;
  readonly team: string;
  readonly now: number;
};

const MINUTE_MS = 60_000;

/** Fills a store that nobody has written to with sample people, all of them or none; leaves any other as it is. */
export function loadSample(
  { counters, keyAccounts, writing }: Store,
  { records, seed, team, now }: Sample,
): void {
  // Stamped as if loaded long ago, one millisecond after the other, so that the same seed gives the same tokens; but
  // never in the future of a computer whose calendar is behind.
  const loaded = Math.min(SAMPLE_TIME, now - records - MINUTE_MS);
  writing(() => {
    if (counters.lastSeq() > 0) return;
    for (let index = 0; index < records; index += 1) {
      const { seq, stampMs } = counters.take(loaded);
      keyAccounts.insert({ ...samplePerson(seed, index), team, stampMs }, seq);
    }
  });
}
