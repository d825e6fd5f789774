import type { StorageFault } from '#shared/failure.ts';
import type { StorageProblemKind } from '#shared/model/app-state.ts';

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined;
};

/** Says why SQLite could not write, or `undefined` when the error is not SQLite's. */
export function storageFaultOf(error: unknown): StorageFault | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN') return 'read-only';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'corrupt';
  // A commit that failed with an I/O error may have happened all the same.
  if (code.startsWith('SQLITE_IOERR')) return 'unknown';
  return undefined;
}

const problemOfFault: Readonly<Record<StorageFault, StorageProblemKind>> = {
  full: 'full',
  busy: 'locked',
  'read-only': 'read-only',
  corrupt: 'corrupt',
  unknown: 'corrupt',
};

const problemOfSystem: Readonly<Record<string, StorageProblemKind>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'corrupt',
  EISDIR: 'corrupt',
};

/** Says why a file could not be opened, or `undefined` when the error is neither SQLite's nor the disk's. */
export function storageProblemOf(error: unknown): StorageProblemKind | undefined {
  const fault = storageFaultOf(error);
  if (fault) return problemOfFault[fault];
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? problemOfSystem[code] : undefined;
}
