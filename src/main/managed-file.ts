import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, posix, win32 } from 'node:path';
import type { z } from 'zod';
import { ManagedSettings, type Managed, type ManagedProblem } from '#shared/model/managed.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Log } from './ports.ts';
import { normaliseAddress } from './service-address.ts';

const MOST_BYTES = 64 * 1024;
const LONGEST_NAME = 64;
const OTHERS_MAY_WRITE = 0o022;

/** The system that the app runs on, as far as it says where the managed file is. */
export type System = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
};

/** Says where an administrator sets things; only an app that is not packaged lets itself be told another place. */
export function findManagedFile({ platform, env, isPackaged }: System): string {
  const told = env['KEY_ACCOUNTS_MANAGED_FILE'];
  if (!isPackaged && told !== undefined && told !== '') return told;
  if (platform === 'darwin') return '/Library/Application Support/Key Accounts/managed.json';
  if (platform !== 'win32') return posix.join('/etc', 'key-accounts', 'managed.json');
  // Not ProgramData: every user of a laptop may make a folder there, and would set things for all others.
  return win32.join(env['ProgramFiles'] ?? 'C:\\Program Files', 'Key Accounts', 'managed.json');
}

/**
 * Reads what an administrator has set, once for a run. A file that is not wholly as it must be is not used at all and
 * said in the log, by the names of settings only: a person who is told something half would take it for the whole.
 */
export function readManaged(file: string, log: Log): Managed {
  const text = readText(file);
  const read = text.ok ? parse(text.value ?? '{}') : text;
  if (!read.ok) {
    log.warn('the managed settings are not used', { file, ...read.failure });
    return { file, settings: {}, problem: read.failure };
  }
  const names = Object.keys(read.value);
  if (names.length > 0) log.info('some settings are managed', { file, settings: names.join(', ') });
  return { file, settings: read.value, problem: undefined };
}

/** The text of the file, or `undefined` where there is none. */
function readText(file: string): Result<string | undefined, ManagedProblem> {
  try {
    const stats = statSync(file);
    if (isOpenToOthers(stats) || isOpenToOthers(statSync(dirname(file)))) return fail({ reason: 'writable' });
    if (stats.size > MOST_BYTES) return fail({ reason: 'too-large' });
    // To read from a pipe would wait for whoever writes into it.
    return stats.isFile() ? succeed(readFileSync(file, 'utf8')) : fail({ reason: 'unreadable' });
  } catch (error) {
    return isMissing(error) ? succeed(undefined) : fail({ reason: 'unreadable' });
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Whether somebody may write here who is neither the administrator nor the person; Windows tells it in another way. */
function isOpenToOthers({ uid, mode }: Stats): boolean {
  const me = process.getuid?.();
  if (me === undefined) return false;
  return (uid !== 0 && uid !== me) || (mode & OTHERS_MAY_WRITE) !== 0;
}

function parse(text: string): Result<ManagedSettings, ManagedProblem> {
  // Editors of Windows begin a file with this mark.
  const json = readJson(text.replace(/^\uFEFF/u, ''));
  if (!json.ok) return json;
  const parsed = ManagedSettings.safeParse(json.value);
  if (!parsed.success) return fail(problemOf(parsed.error));
  const { serviceAddress, ...others } = parsed.data;
  if (serviceAddress === undefined) return succeed(others);
  const address = normaliseAddress(serviceAddress);
  if (!address.ok) return fail({ reason: 'wrong-value', key: 'serviceAddress' });
  return succeed({ ...others, serviceAddress: address.value });
}

function readJson(text: string): Result<unknown, ManagedProblem> {
  try {
    return succeed(JSON.parse(text) as unknown);
  } catch {
    // What the parser says quotes the file, and somebody may have written a token into it.
    return fail({ reason: 'not-json' });
  }
}

function problemOf({ issues }: z.ZodError): ManagedProblem {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    return { reason: 'unknown-key', key: (issue.keys[0] ?? '').slice(0, LONGEST_NAME) };
  }
  const key = issue?.path[0];
  // Without a name it is the whole: a list, a number or a text where settings should be.
  return key === undefined ? { reason: 'not-json' } : { reason: 'wrong-value', key: String(key) };
}
