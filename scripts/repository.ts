import path from 'node:path';

/** The folder that holds package.json. */
export const repositoryFolder = path.resolve(import.meta.dirname, '..');

/** Gives the absolute path of something inside the repository. */
export function inRepository(...parts: readonly string[]): string {
  return path.join(repositoryFolder, ...parts);
}
