import { join, resolve } from 'node:path';

/** The folder of one user's data: several profiles run beside each other and never share anything. */
export type Profile = { readonly name: string; readonly folder: string };

const NAME = /^[a-z0-9][a-z0-9_-]{0,31}$/;

const valueOf = (argv: readonly string[], option: string): string | undefined =>
  argv.findLast((argument) => argument.startsWith(`--${option}=`))?.slice(option.length + 3);

/**
 * Reads the profile from the command line: `--profile=alice` is a folder of its own beside the default one, and
 * `--profile-dir=PATH` any folder. A name that is no plain word is not a profile: the default one is used.
 */
export function readProfile(argv: readonly string[], defaultFolder: string): Profile {
  const folder = valueOf(argv, 'profile-dir');
  if (folder !== undefined && folder !== '') return { name: folder, folder: resolve(folder) };
  const name = valueOf(argv, 'profile')?.toLowerCase();
  if (name === undefined || !NAME.test(name)) return { name: 'default', folder: defaultFolder };
  return { name, folder: join(`${defaultFolder} profiles`, name) };
}
