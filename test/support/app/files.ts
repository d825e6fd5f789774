import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file under a folder, by its path within it. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** The files under a folder that hold one of some texts, in UTF-8 or in UTF-16 as Chromium also writes. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  const sought = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return filesUnder(folder).filter((file) => {
    const content = readFileSync(join(folder, file));
    return sought.some((text) => content.includes(text));
  });
}

/** The SHA-256 of a file's bytes. */
export const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The file of the one service's copy in a profile. */
export function copyIn(profileDir: string): string {
  const folder = join(profileDir, 'copies');
  const [name, ...others] = readdirSync(folder).filter((file) => file.endsWith('.db'));
  if (name === undefined || others.length > 0) throw new Error(`There is not exactly one copy in ${folder}.`);
  return join(folder, name);
}
