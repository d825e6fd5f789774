import type { WritableDb } from '../database/handle.ts';
import { countAll } from '../database/back-up.ts';
import type { Clock } from '../ports.ts';
import { isBackUpDue, type BackUps } from './back-ups.ts';

const FIRST_LOOK = 10_000;
const BETWEEN_LOOKS = 60 * 60_000;

/** An open copy, and until when it is. */
export type Kept = {
  readonly db: WritableDb;
  readonly backUps: BackUps;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** Backs an open copy up once a day for as long as it is open: looks soon after the start, then every hour. */
export async function keepBackedUp(file: string, { db, backUps, clock, signal }: Kept): Promise<void> {
  await clock.sleep(FIRST_LOOK, signal);
  while (!signal.aborted) {
    const { progress, records, unsent } = countAll(db);
    const newest = backUps.list(file)[0];
    const need = { newest, now: clock.now(), progress, isEmpty: records + unsent === 0 };
    if (isBackUpDue(need)) await backUps.make(file, 'daily');
    await clock.sleep(BETWEEN_LOOKS, signal);
  }
}
