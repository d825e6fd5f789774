import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileFault } from '#shared/model/transfer.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { fileFaultOf } from './file-fault.ts';

/** Adds a text to the file that is being written. */
export type Write = (text: string) => void;

/**
 * Writes a file beside where it goes and gives it its name when it is whole and on the disk, readable by this user only.
 * On a failure what was there before is as it was, and nothing is left behind.
 */
export function writeWhole<Answer>(
  target: string,
  work: (write: Write) => Answer,
): Result<Answer, FileFault> {
  const part = partOf(target);
  try {
    rmSync(part, { force: true });
    const descriptor = openSync(part, 'wx', 0o600);
    let answer: Answer;
    try {
      answer = work((text) => {
        writeAll(descriptor, Buffer.from(text, 'utf8'));
      });
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, target);
    return succeed(answer);
  } catch (error) {
    rmSync(part, { force: true });
    const fault = fileFaultOf(error);
    if (fault === undefined) throw error;
    return fail(fault);
  }
}

/** The same for bytes that are there already, without stopping the process that calls it. */
export async function writeBytes(target: string, bytes: Uint8Array): Promise<Result<undefined, FileFault>> {
  const part = partOf(target);
  try {
    await rm(part, { force: true });
    await writeFile(part, bytes, { flag: 'wx', mode: 0o600, flush: true });
    await rename(part, target);
    return succeed(undefined);
  } catch (error) {
    await rm(part, { force: true });
    const fault = fileFaultOf(error);
    if (fault === undefined) throw error;
    return fail(fault);
  }
}

const partOf = (target: string): string => join(dirname(target), `.${basename(target)}.part`);

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let from = 0; from < bytes.length;) from += writeSync(descriptor, bytes, from);
}
