import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { readWal, type WalFile } from './wal-file.ts';

/** The head of a database file, as its last commit left it. */
export type FileHead = {
  /** Whether it begins as every SQLite file does. */
  readonly isSqlite: boolean;
  readonly pageSize: number;
  readonly schemaVersion: number;
  readonly applicationId: number;
  readonly hasTables: boolean;
  /** Whether the `-wal` beside it has lost commits to damage. */
  readonly isWalBroken: boolean;
};

/** The pages of a database file as its last commit left them, read without SQLite and never written. */
export type PageFile = {
  readonly head: FileHead;
  /** Bytes of a page that hold rows. */
  readonly usable: number;
  readonly count: number;
  /** A page by its number, counted from 1; `undefined` when the file has none. */
  readonly page: (number: number) => Buffer | undefined;
};

const MAGIC = 'SQLite format 3\0';
/** The size of a page that SQLite gives its files where nobody asks for another, in bytes. */
export const USUAL_PAGE_SIZE = 4096;
const TABLE_LEAF = 13;

function pageSizeOf(first: Buffer): number | undefined {
  if (first.length < 100 || first.toString('latin1', 0, 16) !== MAGIC) return undefined;
  const size = first.readUInt16BE(16) === 1 ? 65_536 : first.readUInt16BE(16);
  return size >= 512 && (size & (size - 1)) === 0 ? size : undefined;
}

function headOf(first: Buffer, wal: WalFile | undefined): FileHead {
  const pageSize = pageSizeOf(first);
  const isSqlite = pageSize !== undefined;
  return {
    isSqlite,
    pageSize: pageSize ?? wal?.pageSize ?? USUAL_PAGE_SIZE,
    schemaVersion: isSqlite ? first.readUInt32BE(60) : 0,
    applicationId: isSqlite ? first.readUInt32BE(68) : 0,
    hasTables: isSqlite && (first[100] !== TABLE_LEAF || first.readUInt16BE(103) > 0),
    isWalBroken: wal?.isBroken ?? false,
  };
}

/** Reads the head of a database file and nothing else of it; a file that is not there or empty is no SQLite. */
export function readFileHead(file: string): FileHead {
  const main = firstBytes(file);
  const wal = readWal(`${file}-wal`, pageSizeOf(main) ?? USUAL_PAGE_SIZE);
  return headOf(wal?.pages.get(1) ?? main, wal);
}

function firstBytes(file: string): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const descriptor = openSync(file, 'r');
  const bytes = Buffer.alloc(512);
  const length = readSync(descriptor, bytes, 0, bytes.length, 0);
  closeSync(descriptor);
  return bytes.subarray(0, length);
}

/**
 * Reads a database file with its `-wal`, as far as either is there; damage is no error. The pages are of the size that
 * the head tells, or of `size` bytes.
 */
export function readPageFile(file: string, size?: number): PageFile {
  const main = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const wal = readWal(`${file}-wal`, size ?? pageSizeOf(main) ?? USUAL_PAGE_SIZE);
  const told = headOf(wal?.pages.get(1) ?? main, wal);
  const head = { ...told, pageSize: size ?? told.pageSize };
  const { pageSize } = head;
  return {
    head,
    usable: pageSize,
    // A page that was cut off still counts: what stood on it is lost.
    count: Math.max(wal?.pageCount ?? 0, Math.ceil(main.length / pageSize), toldCount(main, head)),
    page: (number) => {
      const inWal = wal?.pages.get(number);
      if (inWal) return inWal;
      const page = main.subarray((number - 1) * pageSize, number * pageSize);
      return page.length === pageSize ? page : undefined;
    },
  };
}

/** How many pages the head says there are, where it is not nonsense. */
function toldCount(main: Buffer, { isSqlite }: FileHead): number {
  const count = isSqlite && main.length >= 32 ? main.readUInt32BE(28) : 0;
  return count < 10_000_000 ? count : 0;
}
