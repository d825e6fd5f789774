import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readProfile } from '../../../src/main/profile.ts';

const base = join('/home/me', 'Key Accounts');
const argv = (...more: string[]): string[] => ['electron', '.', ...more];

test.each([
  ['nothing', argv(), base],
  ['a name', argv('--profile=alice'), join(`${base} profiles`, 'alice')],
  ['a name in capitals', argv('--profile=Alice'), join(`${base} profiles`, 'alice')],
  ['the last of two names', argv('--profile=alice', '--profile=bob'), join(`${base} profiles`, 'bob')],
  ['a folder', argv('--profile-dir=/tmp/x'), resolve('/tmp/x')],
  ['a folder and a name', argv('--profile=alice', '--profile-dir=/tmp/x'), resolve('/tmp/x')],
  ['a way out of the folder', argv('--profile=../../etc'), base],
  ['a hidden name', argv('--profile=.ssh'), base],
  ['an empty name', argv('--profile='), base],
  ['an empty folder', argv('--profile-dir='), base],
  ['a very long name', argv(`--profile=${'a'.repeat(40)}`), base],
])('with %s on the command line the data is in its own folder', (_what, args, folder) => {
  expect(readProfile(args, base).folder).toBe(folder);
});
