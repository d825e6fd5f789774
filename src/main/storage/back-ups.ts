import { rmSync } from 'node:fs';
import type { BackUp, BackUpFailure, BackUpReason } from '#shared/model/storage.ts';
import type { Result } from '#shared/result.ts';
import { readBackUp } from '../database/back-up.ts';
import type { Clock, Log } from '../ports.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { backUpFiles, backUpTarget } from './copy-files.ts';
import type { StorageWork } from './storage-work.ts';

const DAY = 24 * 60 * 60_000;
/** So much has to happen in a copy before a back-up is due while the clock says nonsense. */
const MUCH = 100;

const KEPT: Readonly<Record<BackUpReason, number>> = {
  daily: 7,
  person: 3,
  'before-update': 1,
  'before-restore': 1,
};

/** What back-ups are made with. */
export type BackUpTools = {
  readonly work: StorageWork;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
};

/** The back-ups of local copies. */
export type BackUps = {
  /** The back-ups of a copy, the newest first; a file that cannot be read is none. */
  readonly list: (file: string) => BackUp[];
  /** Makes one of a copy, open or not; older ones are deleted only when it is there and sound. */
  readonly make: (file: string, why: BackUpReason) => Promise<Result<BackUp, BackUpFailure>>;
  /** Resolves when those that were asked for are made. */
  readonly settled: () => Promise<void>;
  /** Why the last one of a copy was not made, when it was not. */
  readonly failure: (file: string) => BackUpFailure | undefined;
};

/** Opens the back-ups; one is made at a time. */
export function openBackUps({ work, clock, log }: BackUpTools): BackUps {
  const failures = new Map<string, BackUpFailure>();
  const inTurn = oneAtATime();
  const make = async (file: string, why: BackUpReason): Promise<Result<BackUp, BackUpFailure>> => {
    const number = (backUpFiles(file)[0]?.number ?? 0) + 1;
    const at = new Date(clock.now()).toISOString();
    const made = await work.backUp({
      file,
      target: backUpTarget(file, { number, at }),
      stamp: { number, at, why },
    });
    if (made.ok) {
      failures.delete(file);
      log.info('A back-up was made.', { why, number, records: made.value.records });
      prune(file);
    } else {
      failures.set(file, made.failure);
      log.warn('A back-up could not be made.', { why, ...made.failure });
    }
    return made;
  };
  return {
    list: listBackUps,
    make: (file, why) => inTurn(() => make(file, why)),
    settled: () => inTurn(() => undefined),
    failure: (file) => failures.get(file),
  };
}

const listBackUps = (file: string): BackUp[] =>
  backUpFiles(file).flatMap(({ path }) => readBackUp(path) ?? []);

function prune(file: string): void {
  const seen = new Map<BackUpReason, number>();
  for (const { path } of backUpFiles(file)) {
    const facts = readBackUp(path);
    // What cannot be read is nobody's to delete.
    if (!facts) continue;
    const count = (seen.get(facts.why) ?? 0) + 1;
    seen.set(facts.why, count);
    if (count > KEPT[facts.why]) rmSync(path, { force: true });
  }
}

/** How a copy stands to its back-ups; `now` is this laptop's clock, ms since 1970. */
export type BackUpNeed = {
  readonly newest: BackUp | undefined;
  readonly now: number;
  /** How much ever happened in the copy, and whether there is anything in it. */
  readonly progress: number;
  readonly isEmpty: boolean;
};

/**
 * Whether a daily back-up is due: a day after the newest one, when anything has happened since. A clock that is behind
 * the newest one says nothing: then it is due when much has happened.
 */
export function isBackUpDue({ newest, now, progress, isEmpty }: BackUpNeed): boolean {
  if (isEmpty) return false;
  if (!newest) return true;
  const happened = progress - newest.progress;
  const age = now - Date.parse(newest.at);
  if (happened < 0) return true;
  return age < 0 ? happened >= MUCH : age >= DAY && happened > 0;
}
