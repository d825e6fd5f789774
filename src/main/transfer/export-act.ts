import { basename } from 'node:path';
import { locale, wordsOf } from '#shared/language/language.ts';
import type {
  ExportOrder,
  ExportRange,
  FileFault,
  PrintOrder,
  TableColumn,
  WrittenFile,
} from '#shared/model/transfer.ts';
import type { ImportProgress } from '#shared/model/import.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import type { Printer } from '../printer.ts';
import type { PrintPage } from './print-page.ts';
import type { TransferWork } from './transfer-work.ts';
import { writeBytes } from './write-whole.ts';

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

/** What exports and prints work with. */
export type ExportTools = Pick<TransferTools, 'work' | 'copy' | 'chooseTarget'> & {
  readonly printer: Printer;
  /** The time of this laptop, in milliseconds since 1970. */
  readonly now: () => number;
};

/** Exports records into the file that a person names; fails with `not-connected` and `file`. */
export async function exportFile(
  tools: ExportTools,
  order: ExportOrder,
): Promise<Result<WrittenFile | undefined>> {
  const target = await tools.chooseTarget(choiceFor(order.format));
  const copy = tools.copy();
  if (copy === undefined) return fail({ code: 'not-connected' });
  if (target === undefined) return succeed(undefined);
  const done = await write(tools, { copy, target, order });
  return done.ok
    ? succeed({ name: basename(target), records: done.value })
    : fail({ code: 'file', reason: done.failure });
}

/** The names of the columns of a table in the language that is set. */
export const columnTitles = (): Readonly<Record<TableColumn, string>> => ({ ...fieldTitles, ...otherTitles });

type Writing = { readonly copy: string; readonly target: string; readonly order: ExportOrder };

async function write(
  tools: ExportTools,
  { copy, target, order }: Writing,
): Promise<Result<number, FileFault>> {
  const { range, format } = order;
  if (format.kind !== 'pdf') {
    return tools.work.exportTo({ copy, target, order: { range, format }, titles: columnTitles() });
  }
  const page = await pageOf(tools, copy, range);
  if (!page.ok) return page;
  const written = await writeBytes(target, await tools.printer.toPdf(page.value));
  return written.ok ? succeed(page.value.records) : written;
}

/** Prints records after the dialog of the system; `undefined` when the person closes it. Fails with `not-connected` and `file`. */
export async function printRecords(
  tools: ExportTools,
  { range }: PrintOrder,
): Promise<Result<{ records: number } | undefined>> {
  const copy = tools.copy();
  if (copy === undefined) return fail({ code: 'not-connected' });
  const page = await pageOf(tools, copy, range);
  if (!page.ok) return fail({ code: 'file', reason: page.failure });
  const printed = await tools.printer.print(page.value);
  if (printed === 'failed') return fail({ code: 'file', reason: 'not-printed' });
  return succeed(printed === 'printed' ? { records: page.value.records } : undefined);
}

const pageOf = (
  { work, now }: ExportTools,
  copy: string,
  range: ExportRange,
): Promise<Result<PrintPage, FileFault>> =>
  work.page({ copy, range, at: new Date(now()).toISOString(), locale: locale() });

function choiceFor({ kind }: ExportOrder['format']): FileChoice {
  const extension = kind === 'vcard' ? 'vcf' : kind;
  return {
    defaultPath: `key-accounts.${extension}`,
    filters: [{ name: words[kind], extensions: [extension] }],
  };
}
