import type { PageFile } from './page-file.ts';

/** A value as SQLite stored it; `undefined` where its bytes cannot be read. */
export type StoredValue = string | number | null | Buffer | undefined;

/** One row as it stands on a page: of a table with rowids, or of one that is kept in the order of its key. */
export type PageRow = {
  readonly kind: 'table' | 'index';
  readonly rowid: number | undefined;
  readonly values: readonly StoredValue[];
};

/** The rows of one page, and whether all of it could be read. */
export type PageContent = { readonly rows: readonly PageRow[]; readonly isReadable: boolean };

const INDEX_INTERIOR = 2;
const TABLE_INTERIOR = 5;
const INDEX_LEAF = 10;
const TABLE_LEAF = 13;
/** Overflow pages and pages that are free begin with the number of another page, or with nothing. */
const NO_TREE = 0;

const LEAVES_AND_MORE: readonly number[] = [TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR];

const unreadable: PageContent = { rows: [], isReadable: false };

/** Reads the rows that begin on a page, each on its own: one that cannot be read costs no other. */
export function readPageRows(file: PageFile, number: number): PageContent {
  const page = pageOf(file, number);
  if (!page) return unreadable;
  const start = number === 1 ? 100 : 0;
  const type = page[start] ?? -1;
  if (type === NO_TREE || type === TABLE_INTERIOR) return { rows: [], isReadable: true };
  const pointers = start + (type === INDEX_INTERIOR ? 12 : 8);
  const cells = page.readUInt16BE(start + 3);
  if (!LEAVES_AND_MORE.includes(type) || pointers + cells * 2 > page.length) return unreadable;
  const read = Array.from({ length: cells }, (_, cell) =>
    readCell(file, { page, at: page.readUInt16BE(pointers + cell * 2), type }),
  );
  const rows = read.filter((row) => row !== undefined);
  const isReadable = rows.length === cells && rows.every(({ values }) => !values.includes(undefined));
  return { rows, isReadable };
}

/** A page that may hold rows; the first one does where the file begins as SQLite's do. */
const pageOf = (file: PageFile, number: number): Buffer | undefined =>
  number > 1 || file.head.isSqlite ? file.page(number) : undefined;

type Cell = { readonly page: Buffer; readonly at: number; readonly type: number };

/** More than any row of ours: a length beyond it is nonsense. */
const LONGEST = 100_000_000;

function readCell(file: PageFile, { page, at, type }: Cell): PageRow | undefined {
  const length = readVarint(page, at + (type === INDEX_INTERIOR ? 4 : 0));
  if (!length || length.value > LONGEST) return undefined;
  const total = length.value;
  if (type !== TABLE_LEAF) {
    const values = readRecord(readPayload(file, { page, begin: length.next, total, isTable: false }));
    return values && { kind: 'index', rowid: undefined, values };
  }
  const rowid = readVarint(page, length.next);
  if (!rowid) return undefined;
  const values = readRecord(readPayload(file, { page, begin: rowid.next, total, isTable: true }));
  return values && { kind: 'table', rowid: rowid.value, values };
}

type Payload = {
  readonly page: Buffer;
  readonly begin: number;
  readonly total: number;
  readonly isTable: boolean;
};

/** How many bytes of a payload stand on its own page, by the rule of SQLite's file format. */
function localLength(usable: number, total: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (total <= most) return total;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((total - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** The bytes of a payload, from its page and the pages that it overflows to; as far as they are there. */
function readPayload(file: PageFile, { page, begin, total, isTable }: Payload): Buffer | undefined {
  const local = localLength(file.usable, total, isTable);
  if (begin + local > page.length) return undefined;
  const parts = [page.subarray(begin, begin + local)];
  let missing = total - local;
  let next = missing > 0 && begin + local + 4 <= page.length ? page.readUInt32BE(begin + local) : 0;
  while (missing > 0 && next > 0 && next <= file.count) {
    const overflow = file.page(next);
    if (!overflow) break;
    const part = overflow.subarray(4, Math.min(4 + missing, file.usable));
    parts.push(part);
    missing -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function readRecord(payload: Buffer | undefined): StoredValue[] | undefined {
  const head = payload && readVarint(payload, 0);
  if (!head || head.value < head.next || head.value > payload.length) return undefined;
  const values: StoredValue[] = [];
  let at = head.value;
  for (let place = head.next; place < head.value;) {
    const type = readVarint(payload, place);
    if (!type) return undefined;
    place = type.next;
    const size = sizeOf(type.value);
    if (size === undefined) return undefined;
    values.push(at + size <= payload.length ? readValue(payload, at, type.value) : undefined);
    at += size;
  }
  return values;
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** The bytes that a value of a serial type takes. */
const sizeOf = (type: number): number | undefined => (type >= 12 ? Math.floor((type - 12) / 2) : SIZES[type]);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readValue(payload: Buffer, at: number, type: number): StoredValue {
  if (type === 0) return null;
  if (type === 7) return payload.readDoubleBE(at);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7)
    return type === 6 ? Number(payload.readBigInt64BE(at)) : payload.readIntBE(at, sizeOf(type) ?? 1);
  if (type % 2 === 0) return payload.subarray(at, at + (type - 12) / 2);
  try {
    return utf8.decode(payload.subarray(at, at + (type - 13) / 2));
  } catch {
    return undefined;
  }
}

/** Reads one of SQLite's numbers of one to nine bytes; `undefined` when it would end behind the bytes. */
function readVarint(
  bytes: Buffer,
  at: number,
): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let place = at; place < at + 9; place += 1) {
    const byte = bytes[place];
    if (byte === undefined) return undefined;
    // A number too large for exactness is nonsense here, and is refused where it is used.
    if (place === at + 8) return { value: value * 256 + byte, next: place + 1 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: place + 1 };
  }
  return undefined;
}
