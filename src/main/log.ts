import { existsSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { maskText } from './log-mask.ts';
import type { Facts, Log } from './ports.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const MAX_FILES = 5;

const nameOf = (generation: number): string =>
  generation === 0 ? 'main.log' : `main.${String(generation)}.log`;

/** Moves every file of the log one generation on; the oldest is deleted. */
function rotate(folder: string): void {
  rmSync(join(folder, nameOf(MAX_FILES - 1)), { force: true });
  for (let generation = MAX_FILES - 2; generation >= 0; generation -= 1) {
    const from = join(folder, nameOf(generation));
    if (existsSync(from)) renameSync(from, join(folder, nameOf(generation + 1)));
  }
}

const lineOf = (message: string, facts: Facts | undefined, home: string): string =>
  maskText(facts === undefined ? message : `${message} ${JSON.stringify(facts)}`, home);

/**
 * Opens the log: five files of 5 MB in `folder`, readable by this user only. Facts are names, counts, codes and ids;
 * addresses, tokens and the home folder are masked all the same.
 */
export function openLog(folder: string, { echo }: { readonly echo: boolean }): Log {
  const logger = electronLog.create({ logId: folder });
  const { file, console } = logger.transports;
  file.resolvePathFn = () => join(folder, nameOf(0));
  file.maxSize = MAX_BYTES;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.archiveLogFn = () => {
    rotate(folder);
  };
  file.format = '{iso} {level} {text}';
  console.level = echo ? 'warn' : false;
  const home = homedir();
  return {
    info: (message, facts) => {
      logger.info(lineOf(message, facts, home));
    },
    warn: (message, facts) => {
      logger.warn(lineOf(message, facts, home));
    },
    error: (message, facts) => {
      logger.error(lineOf(message, facts, home));
    },
  };
}
