import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const FILE = 'manifest.json';

const manifestSchema = z.strictObject({
  /** What the folder holds, in words; also the cache's name for it. */
  key: z.string(),
  files: z.record(z.string(), z.strictObject({ size: z.number(), sha256: z.string() })),
});

/** What a folder must hold, file by file. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Hashes a file of any size and gives its digest in the asked algorithm and encoding. */
export async function digestOf(
  file: string,
  as: { algorithm: string; encoding: 'hex' | 'base64' },
): Promise<string> {
  const hash = createHash(as.algorithm);
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest(as.encoding);
}

/** Records every file of a finished folder in its manifest.json. */
export async function writeManifest(folder: string, key: string): Promise<void> {
  const files: Manifest['files'] = {};
  for (const name of await filesIn(folder)) {
    const file = path.join(folder, name);
    const sha256 = await digestOf(file, { algorithm: 'sha256', encoding: 'hex' });
    files[name] = { size: (await stat(file)).size, sha256 };
  }
  await writeFile(path.join(folder, FILE), `${JSON.stringify({ key, files }, undefined, 2)}\n`);
}

/** Reads a folder's manifest; undefined when there is none, or one that this version cannot read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(path.join(folder, FILE), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether a folder is the finished one of that key: every file there, by size or by every byte. */
export async function isWhole(
  folder: string,
  check: { key: string; by: 'size' | 'content' },
): Promise<boolean> {
  const manifest = await readManifest(folder);
  if (manifest?.key !== check.key) return false;
  for (const [name, expected] of Object.entries(manifest.files)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.size !== expected.size) return false;
    if (check.by === 'size') continue;
    if ((await digestOf(file, { algorithm: 'sha256', encoding: 'hex' })) !== expected.sha256) return false;
  }
  return true;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== FILE)
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
