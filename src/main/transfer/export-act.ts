import { basename } from 'node:path';
import { wordsOf } from '#shared/language/language.ts';
import type { ExportFormat, ExportOrder, WrittenFile } from '#shared/model/transfer.ts';
import type { ImportProgress } from '#shared/model/import.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import type { TransferWork } from './transfer-work.ts';

const words = wordsOf('files');
const fieldTitles = wordsOf('fields');
const otherTitles = wordsOf('tableColumns');

/** What a dialog for a file begins with: a name, and the kinds of files. */
export type FileChoice = {
  readonly defaultPath?: string;
  readonly filters: { readonly name: string; readonly extensions: string[] }[];
};

/** What the acts on files work with; `copy` answers the file of the open local copy. */
export type TransferTools = {
  readonly work: TransferWork;
  readonly copy: () => string | undefined;
  /** The desk that is open. */
  readonly desk: () => Pick<Desk, 'db' | 'resource' | 'ports' | 'changed'> | undefined;
  /** Asks a person where to save; `undefined` when they say nowhere. */
  readonly chooseTarget: (choice: FileChoice) => Promise<string | undefined>;
  /** Asks a person for a file to read; `undefined` when they choose none. */
  readonly chooseSource: (choice: FileChoice) => Promise<string | undefined>;
  readonly onProgress: (progress: ImportProgress) => void;
};

/** Exports records into the file that a person names; fails with `not-connected` and `file`. */
export async function exportFile(
  { work, copy, chooseTarget }: TransferTools,
  order: ExportOrder,
): Promise<Result<WrittenFile | undefined>> {
  const target = await chooseTarget(choiceFor(order.format));
  const file = copy();
  if (file === undefined) return fail({ code: 'not-connected' });
  if (target === undefined) return succeed(undefined);
  const done = await work.exportTo({ copy: file, target, order, titles: { ...fieldTitles, ...otherTitles } });
  return done.ok
    ? succeed({ name: basename(target), records: done.value })
    : fail({ code: 'file', reason: done.failure });
}

function choiceFor({ kind }: ExportFormat): FileChoice {
  const extension = kind === 'vcard' ? 'vcf' : kind;
  return {
    defaultPath: `key-accounts.${extension}`,
    filters: [{ name: words[kind], extensions: [extension] }],
  };
}
