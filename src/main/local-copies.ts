import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './accounts.ts';

/** Where the local copies of one profile are. */
export type CopyPlaces = {
  /** The file of one account's copy: each account at each address has its own, so that an outbox never leaves as another. */
  readonly ofService: (account: Account) => string;
  /** The folder of the copies of services. */
  readonly servicesFolder: string;
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
    servicesFolder: join(folder, COPIES),
    sampleFolder,
    ofService: (account) => join(make(join(folder, COPIES)), `${nameOfAccount(account)}.db`),
    ofSample: () => join(make(sampleFolder), 'sample.db'),
  };
}

/** The name of an address in the file system: the first 16 hex digits of its SHA-256. */
export const nameOfAddress = (address: string): string =>
  createHash('sha256').update(address).digest('hex').slice(0, 16);

/** The name of an account in the file system: its address's, and a number behind it from the second one on. */
const nameOfAccount = ({ address, account }: Account): string =>
  account === 0 ? nameOfAddress(address) : `${nameOfAddress(address)}-${String(account + 1)}`;
