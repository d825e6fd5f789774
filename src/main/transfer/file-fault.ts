import type { FileFault } from '#shared/model/transfer.ts';

const faults: Readonly<Record<string, FileFault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EISDIR: 'read-only',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EIO: 'unknown',
};

/** Says why a file could not be read or written, or `undefined` when the error is not the disk's. */
export function fileFaultOf(error: unknown): FileFault | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? faults[code] : undefined;
}
