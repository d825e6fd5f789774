import type { AppState, StorageProblemKind } from '#shared/model/app-state.ts';
import type {
  BackUp,
  Examined,
  Recovery,
  RecoveryReport,
  Salvaged,
  StorageInfo,
} from '#shared/model/storage.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { CurrentDesk, DeskChoice } from '../current-desk.ts';
import { countHeld } from '../database/sync-state.ts';
import type { Clock, Log } from '../ports.ts';
import type { BackUps } from './back-ups.ts';
import { pendingSalvages, salvagePart } from './copy-files.ts';
import { recoverCopy } from './recover-copy.ts';
import type { StorageWork } from './storage-work.ts';

/** What the acts on the storage work with. */
export type StorageTools = {
  readonly current: CurrentDesk;
  readonly work: StorageWork;
  readonly backUps: BackUps;
  readonly clock: Clock;
  readonly log: Log;
  /** The desk that the settings name. */
  readonly savedDesk: () => Promise<DeskChoice | undefined>;
  /** Saves a text where a person says; false when they say nowhere. */
  readonly saveText: (file: { readonly name: string; readonly text: string }) => Promise<boolean>;
};

/** Problems that another file in its place puts right. */
const REPLACEABLE: readonly StorageProblemKind[] = ['corrupt', 'empty', 'missing', 'older'];

/** Says where the open copy is, and which back-ups of it there are. */
export function describeStorage({ current, backUps }: StorageTools): Result<StorageInfo> {
  const desk = current.desk();
  const file = current.choice()?.file;
  if (!desk || file === undefined) return fail({ code: 'not-connected' });
  return succeed({
    file,
    backUps: backUps.list(file),
    failure: backUps.failure(file),
    held: countHeld(desk.db),
  });
}

/** Backs the open copy up because a person asked. */
export async function backUpNow({ current, backUps }: StorageTools): Promise<Result<BackUp>> {
  const file = current.choice()?.file;
  if (!current.desk() || file === undefined) return fail({ code: 'not-connected' });
  const made = await backUps.make(file, 'person');
  return made.ok ? made : fail({ code: 'back-up', ...made.failure });
}

/** Looks at the copy that cannot be opened, and at its back-ups; nothing is touched. */
export async function examine({ current, work, backUps }: StorageTools): Promise<Result<Examined>> {
  const file = current.choice()?.file;
  if (file === undefined) return fail({ code: 'not-connected' });
  let salvaged = await work.salvage({ file, target: salvagePart(file, 'examined') });
  // A recovery that a crash ended has left what it found beside the copy.
  for (const path of pendingSalvages(file)) {
    const pending = await work.salvage({ file: path, target: salvagePart(file, 'examined') });
    if (unsentIn(pending) > unsentIn(salvaged)) salvaged = pending;
  }
  return succeed({ salvaged, backUps: backUps.list(file) });
}

const unsentIn = ({ changes, created, decisions }: Salvaged): number => changes + created + decisions;

/**
 * Replaces the copy, puts its unsent work back and opens it. A copy that is open is backed up before. Fails with
 * `back-up` and `recovery`, and then everything is where it was.
 */
export async function recover(tools: StorageTools, method: Recovery): Promise<Result<RecoveryReport>> {
  const { current, backUps, clock, log } = tools;
  const file = current.choice()?.file;
  if (file === undefined) return fail({ code: 'not-connected' });
  if (!(await mayReplace(current, method))) {
    return fail({
      code: 'recovery',
      reason: 'failed',
      detail: 'This does not fit what is wrong with the copy.',
    });
  }
  if (current.desk()) {
    const made = await backUps.make(file, 'before-restore');
    if (!made.ok) return fail({ code: 'back-up', ...made.failure });
  }
  let done: Awaited<ReturnType<typeof recoverCopy>> | undefined;
  const state = await current.change(async () => {
    const at = new Date(clock.now()).toISOString();
    done = await recoverCopy(file, method, { work: tools.work, at });
    return tools.savedDesk();
  });
  // The app is closing: nothing was done.
  if (!done) return fail({ code: 'not-connected' });
  if (!done.ok) {
    log.error('The copy was not replaced.', { ...done.failure });
    return fail({ code: 'recovery', ...done.failure });
  }
  log.info('The copy was replaced.', { method: method.kind });
  return succeed({ state, method: method.kind, ...done.value });
}

async function mayReplace(current: CurrentDesk, method: Recovery): Promise<boolean> {
  const state = await current.state();
  if (state.screen === 'desk') return method.kind === 'restore';
  if (state.screen !== 'storage-problem') return false;
  const { kind } = state.problem;
  return method.kind === 'as-it-is' ? kind === 'older' : REPLACEABLE.includes(kind);
}

/** Tries to open the copy again, after a person did something about what was wrong. */
export const tryAgain = ({ current, savedDesk }: StorageTools): Promise<AppState> =>
  current.change(savedDesk);

/** Saves the unsent work of the copy as JSON where a person says. */
export async function saveUnsent({
  current,
  work,
  saveText,
}: StorageTools): Promise<Result<{ readonly saved: boolean }>> {
  const file = current.choice()?.file;
  if (file === undefined) return fail({ code: 'not-connected' });
  const text = await work.unsent({ file, part: salvagePart(file, 'unsent') });
  return succeed({ saved: await saveText({ name: 'unsent-changes.json', text }) });
}
