import { existsSync, readFileSync } from 'node:fs';

/** What a `-wal` file holds, read without SQLite: nothing of it is trusted beyond its checksums. */
export type WalFile = {
  readonly pageSize: number;
  /** The newest committed image of each page, by its number. */
  readonly pages: ReadonlyMap<number, Buffer>;
  /** How many pages the database had at the last commit. */
  readonly pageCount: number;
  /** Whether commits stand behind bytes that are damaged: SQLite would drop those commits without a word. */
  readonly isBroken: boolean;
};

const HEADER = 32;
const FRAME_HEADER = 24;
const BIG_ENDIAN = 0x377f0683;
const LITTLE_ENDIAN = 0x377f0682;

type Sum = readonly [number, number];

/** Continues SQLite's running checksum over some bytes; their length is a multiple of eight. */
function checksum([a, b]: Sum, bytes: Buffer, isBigEndian: boolean): Sum {
  let first = a;
  let second = b;
  const word = (at: number): number => (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + word(at) + second) >>> 0;
    second = (second + word(at + 4) + first) >>> 0;
  }
  return [first, second];
}

type Head = {
  readonly isWhole: boolean;
  readonly isBigEndian: boolean;
  readonly pageSize: number;
  readonly salts: string;
  readonly sum: Sum;
};

function readHead(bytes: Buffer, fallbackSize: number): Head {
  const magic = bytes.readUInt32BE(0);
  const isBigEndian = magic === BIG_ENDIAN;
  const sum: Sum = [bytes.readUInt32BE(24), bytes.readUInt32BE(28)];
  const computed = checksum([0, 0], bytes.subarray(0, 24), isBigEndian);
  const isWhole =
    (isBigEndian || magic === LITTLE_ENDIAN) && computed[0] === sum[0] && computed[1] === sum[1];
  // Where the head is damaged, the first frame still names the salts of them all.
  const saltsAt = isWhole ? 16 : HEADER + 8;
  return {
    isWhole,
    isBigEndian,
    pageSize: isWhole ? bytes.readUInt32BE(8) : fallbackSize,
    salts: bytes.toString('hex', saltsAt, saltsAt + 8),
    sum,
  };
}

type Frame = {
  readonly number: number;
  readonly page: Buffer;
  /** Pages in the database after this commit; 0 inside a transaction. */
  readonly commit: number;
  readonly isIntact: boolean;
};

function readFrames(bytes: Buffer, head: Head): Frame[] {
  const frames: Frame[] = [];
  const size = FRAME_HEADER + head.pageSize;
  let before = head.sum;
  for (let at = HEADER; at + size <= bytes.length; at += size) {
    const page = bytes.subarray(at + FRAME_HEADER, at + size);
    const stored: Sum = [bytes.readUInt32BE(at + 16), bytes.readUInt32BE(at + 20)];
    const isOurs = bytes.toString('hex', at + 8, at + 16) === head.salts;
    const sum = checksum(
      checksum(before, bytes.subarray(at, at + 8), head.isBigEndian),
      page,
      head.isBigEndian,
    );
    const isIntact = isOurs && sum[0] === stored[0] && sum[1] === stored[1];
    // The checksum that a frame tells is enough to test the next one, also when its own page is damaged.
    before = stored;
    frames.push({
      number: isOurs ? bytes.readUInt32BE(at) : 0,
      page,
      commit: isOurs ? bytes.readUInt32BE(at + 4) : 0,
      isIntact,
    });
  }
  return frames;
}

/** Reads the `-wal` of a database; `undefined` when there is none or nothing in it. */
export function readWal(file: string, fallbackSize: number): WalFile | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length < HEADER + FRAME_HEADER + 512) return undefined;
  const head = readHead(bytes, fallbackSize);
  const frames = readFrames(bytes, head);
  const lastCommit = frames.findLastIndex(({ commit }) => commit > 0);
  const committed = frames.slice(0, lastCommit + 1);
  const firstBad = committed.findIndex(({ isIntact }) => !isIntact);
  const intactAfter = firstBad >= 0 && committed.slice(firstBad + 1).some(({ isIntact }) => isIntact);
  return {
    pageSize: head.pageSize,
    pages: new Map(committed.filter(({ number }) => number > 0).map(({ number, page }) => [number, page])),
    pageCount: committed.at(-1)?.commit ?? 0,
    isBroken: (!head.isWhole && committed.length > 0) || intactAfter,
  };
}
