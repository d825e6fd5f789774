import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** As much of a file's end as is read: more than any 500 lines of this log. */
const MOST_BYTES = 256 * 1024;

/** The last lines of the log in `folder`, the oldest first; also from the file before the newest, where there is one. */
export async function readLogTail(folder: string, most: number): Promise<string[]> {
  const newest = await endOf(join(folder, 'main.log'));
  const before = newest.length < most ? await endOf(join(folder, 'main.1.log')) : [];
  return [...before, ...newest].slice(-most);
}

async function endOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - MOST_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    // The first line of a part is no whole one.
    return (start > 0 ? lines.slice(1) : lines).filter((line) => line !== '');
  } finally {
    await file.close();
  }
}
