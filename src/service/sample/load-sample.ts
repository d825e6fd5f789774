import type { Store } from '../store/open-store.ts';
import { SAMPLE_TIME, samplePerson } from './sample-people.ts';

/** Which sample people, and whose they are. */
export type Sample = { readonly records: number; readonly seed: number; readonly team: string };

/** Fills a store that nobody has written to with sample people, all of them or none; leaves any other as it is. */
export function loadSample({ counters, keyAccounts, writing }: Store, { records, seed, team }: Sample): void {
  writing(() => {
    if (counters.lastSeq() > 0) return;
    for (let index = 0; index < records; index += 1) {
      // Stamped as if loaded long ago, one millisecond after the other, so that the same seed gives the same tokens.
      const { seq, stampMs } = counters.take(SAMPLE_TIME);
      keyAccounts.insert({ ...samplePerson(seed, index), team, stampMs }, seq);
    }
  });
}
