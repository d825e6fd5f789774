import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the local copies of one profile are. */
export type CopyPlaces = {
  /** The file of one service's copy: each address has its own, so that an outbox never reaches another service. */
  readonly ofService: (address: string) => string;
  /** The folder of everything that belongs to the sample. */
  readonly sampleFolder: string;
  /** The file of the sample's copy. */
  readonly ofSample: () => string;
};

// Not `databases`: Electron deletes a folder of that name in userData at every start.
const COPIES = 'copies';

/** Names the places of local copies under `folder`, and makes their folders, for this user only. */
export function copyPlaces(folder: string): CopyPlaces {
  const make = (path: string): string => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const sampleFolder = join(folder, 'sample');
  return {
    sampleFolder,
    ofService: (address) => join(make(join(folder, COPIES)), `${nameOfAddress(address)}.db`),
    ofSample: () => join(make(sampleFolder), 'sample.db'),
  };
}

/** The name of an address in the file system: the first 16 hex digits of its SHA-256. */
export const nameOfAddress = (address: string): string =>
  createHash('sha256').update(address).digest('hex').slice(0, 16);
