import type { WritableDb } from '../database/handle.ts';
import { countAll } from '../database/back-up.ts';
import { backUp, isBackUpDue, listBackUps, type BackUpTools } from './back-ups.ts';

const FIRST_LOOK = 10_000;
const BETWEEN_LOOKS = 60 * 60_000;

/** Backs an open copy up once a day for as long as it is open: looks soon after the start, then every hour. */
export async function keepBackedUp(
  file: string,
  { db, tools, signal }: { db: WritableDb; tools: BackUpTools; signal: AbortSignal },
): Promise<void> {
  const { clock } = tools;
  await clock.sleep(FIRST_LOOK, signal);
  while (!signal.aborted) {
    const { progress, records, unsent } = countAll(db);
    const newest = listBackUps(file)[0];
    const need = { newest, now: clock.now(), progress, isEmpty: records + unsent === 0 };
    if (isBackUpDue(need)) await backUp(file, 'daily', tools);
    await clock.sleep(BETWEEN_LOOKS, signal);
  }
}
