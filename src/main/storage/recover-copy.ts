import type { RecoveryFault } from '#shared/failure.ts';
import type { Recovery, Salvaged } from '#shared/model/storage.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { storageFaultOf } from '../database/storage-fault.ts';
import {
  backUpFiles,
  filesOf,
  forgetMark,
  keepSalvage,
  makeSetAside,
  moveAside,
  putInPlace,
  restorePart,
  salvagePart,
} from './copy-files.ts';
import type { StorageWork } from './storage-work.ts';

/** Why a copy was not recovered; everything is where it was. */
export type RecoveryFailure = {
  readonly reason: RecoveryFault;
  readonly detail: string;
};

/** What was done: what was found in the file, and where it was moved to; nowhere when it is used as it is. */
export type Recovered = { readonly salvaged: Salvaged | undefined; readonly folder: string | undefined };

/** What a recovery works with; `at` is ISO 8601. */
export type RecoveryTools = { readonly work: StorageWork; readonly at: string };

/**
 * Puts a sound copy, or none, in the place of the one at `file`. First everything that can be read of that is kept
 * beside it, to be put back when the copy is opened; then its files are moved aside, never deleted. A crash at any
 * point leaves the work in the file or beside it. The copy must not be open.
 */
export async function recoverCopy(
  file: string,
  method: Recovery,
  { work, at }: RecoveryTools,
): Promise<Result<Recovered, RecoveryFailure>> {
  try {
    if (method.kind === 'as-it-is') {
      forgetMark(file);
      return succeed({ salvaged: undefined, folder: undefined });
    }
    if (method.kind === 'restore') {
      const failure = await layBackUpReady(file, method.backUp, work);
      if (failure) return fail(failure);
    }
    const salvaged = await work.salvage({ file, target: salvagePart(file, 'salvaged') });
    keepSalvage(file);
    const folder = makeSetAside(file, at);
    moveAside(folder, filesOf(file));
    if (method.kind === 'restore') putInPlace(file);
    else forgetMark(file);
    return succeed({ salvaged, folder });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ reason: isFull(error) ? 'full' : 'failed', detail });
  }
}

async function layBackUpReady(
  file: string,
  number: number,
  work: StorageWork,
): Promise<RecoveryFailure | undefined> {
  const backUp = backUpFiles(file).find((one) => one.number === number);
  if (!backUp) return { reason: 'no-back-up', detail: `There is no back-up ${String(number)}.` };
  const problem = await work.layReady({ backUp: backUp.path, part: restorePart(file) });
  return problem === undefined ? undefined : { reason: 'damaged-back-up', detail: problem };
}

const isFull = (error: unknown): boolean =>
  storageFaultOf(error) === 'full' || (error instanceof Error && 'code' in error && error.code === 'ENOSPC');
