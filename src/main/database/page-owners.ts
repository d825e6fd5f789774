import type { PageFile } from './page-file.ts';
import { readPageRows } from './page-rows.ts';

const INDEX_INTERIOR = 2;
const TABLE_INTERIOR = 5;
const SCHEMA = 'sqlite_schema';

/**
 * Says which table or index a page belongs to, as far as the schema and the pages above it can be read. What it cannot
 * say is left out.
 */
export function findPageOwners(file: PageFile): ReadonlyMap<number, string> {
  const owners = new Map<number, string>();
  if (!file.head.isSqlite) return owners;
  walk(file, { root: 1, owner: SCHEMA }, owners);
  for (const page of [...owners.keys()]) {
    for (const { values } of readPageRows(file, page).rows) {
      const [, name, , root] = values;
      if (typeof name === 'string' && typeof root === 'number') walk(file, { root, owner: name }, owners);
    }
  }
  return owners;
}

type Tree = { readonly root: number; readonly owner: string };

function walk(file: PageFile, { root, owner }: Tree, owners: Map<number, string>): void {
  const open = [root];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const page = file.page(number);
    if (!page || owners.has(number)) continue;
    owners.set(number, owner);
    open.push(...childrenOf(page, number === 1 ? 100 : 0));
  }
}

function childrenOf(page: Buffer, start: number): number[] {
  const type = page[start];
  if (type !== TABLE_INTERIOR && type !== INDEX_INTERIOR) return [];
  const cells = page.readUInt16BE(start + 3);
  if (start + 12 + cells * 2 > page.length) return [];
  const children = Array.from({ length: cells }, (_, cell) => {
    const at = page.readUInt16BE(start + 12 + cell * 2);
    return at + 4 <= page.length ? page.readUInt32BE(at) : 0;
  });
  return [...children, page.readUInt32BE(start + 8)];
}
