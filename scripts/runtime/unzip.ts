import { on } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { open, type Entry, type Options, type ZipFile } from 'yauzl';

const openArchive = promisify<string, Options, ZipFile>(open);

/** Unpacks the archive's files that `place` gives a name for, under that name and with their own permissions. */
export async function unzip(
  archive: string,
  folder: string,
  place: (name: string) => string | undefined,
): Promise<void> {
  const zip = await openArchive(archive, { lazyEntries: true });
  zip.readEntry();
  for await (const [entry] of on(zip, 'entry', { close: ['end'] }) as AsyncIterable<[Entry]>) {
    const name = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
    if (name !== undefined) await writeEntry({ zip, entry, file: path.join(folder, name) });
    zip.readEntry();
  }
}

async function writeEntry(item: { zip: ZipFile; entry: Entry; file: string }): Promise<void> {
  await mkdir(path.dirname(item.file), { recursive: true });
  const content = await new Promise<Readable>((resolve, reject) => {
    item.zip.openReadStream(item.entry, (error, stream) => {
      // yauzl's callback gives an error or a stream.
      if (error === null) resolve(stream);
      else reject(error);
    });
  });
  const mode = (item.entry.externalFileAttributes >>> 16) & 0o777;
  await pipeline(content, createWriteStream(item.file, { mode }));
}
