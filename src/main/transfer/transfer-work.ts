import { z } from 'zod';
import { ImportPlan, ImportPreview, Reading, TableHead } from '#shared/model/import.ts';
import { ExportRange, FileFault, FileOrder, TableColumn } from '#shared/model/transfer.ts';
import { LANGUAGES } from '#shared/language/language.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Result } from '#shared/result.ts';
import { readCopy } from '../database/read-copy.ts';
import { exportRecords } from './export-records.ts';
import { previewImport, stageImport, writeLeft } from './plan-import.ts';
import { printPage, type PrintPage } from './print-page.ts';
import { FileMark } from './read-table.ts';
import { readTableHead } from './table-head.ts';

const planned = { copy: z.string(), mark: FileMark, plan: ImportPlan };

/** A piece of work on files of a person that takes too long for the main process; `copy` is the local copy's file. */
export const TransferTask = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('export'),
    copy: z.string(),
    target: z.string(),
    order: FileOrder,
    titles: z.record(TableColumn, z.string()),
  }),
  z.strictObject({
    kind: z.literal('page'),
    copy: z.string(),
    range: ExportRange,
    at: z.string(),
    locale: z.strictObject({ language: z.enum(LANGUAGES), formats: z.string() }),
  }),
  z.strictObject({ kind: z.literal('head'), mark: FileMark, reading: Reading.optional() }),
  z.strictObject({ kind: z.literal('preview'), ...planned }),
  z.strictObject({ kind: z.literal('stage'), ...planned, target: z.string() }),
  z.strictObject({
    kind: z.literal('left'),
    mark: FileMark,
    plan: ImportPlan,
    left: z.array(z.object({ row: z.int(), why: z.string() })),
    titles: z.record(TableColumn, z.string()),
    title: z.string(),
    target: z.string(),
  }),
]);
export type TransferTask = z.infer<typeof TransferTask>;
type TaskOf<Kind extends TransferTask['kind']> = Omit<Extract<TransferTask, { kind: Kind }>, 'kind'>;

/** The work itself: done beside the main process in the app, wherever it is called in tests. */
export type TransferWork = {
  /** Writes an export; answers how many records are in it. */
  readonly exportTo: (task: TaskOf<'export'>) => Promise<Result<number, FileFault>>;
  /** Lays records out for paper. */
  readonly page: (task: TaskOf<'page'>) => Promise<Result<PrintPage, FileFault>>;
  /** Reads how a table begins. */
  readonly head: (task: TaskOf<'head'>) => Promise<Result<TableHead, FileFault>>;
  /** Says what an import would do. */
  readonly preview: (task: TaskOf<'preview'>) => Promise<Result<ImportPreview, FileFault>>;
  /** Lays an import ready in a file. */
  readonly stage: (task: TaskOf<'stage'>) => Promise<Result<Staged, FileFault>>;
  /** Writes the rows that were left out; answers how many. */
  readonly left: (task: TaskOf<'left'>) => Promise<Result<number, FileFault>>;
};

const Staged = z.object({ rows: z.int(), same: z.int() });
type Staged = z.infer<typeof Staged>;

const orFault = <Value>(value: z.ZodType<Value>): z.ZodType<Result<Value, FileFault>> =>
  z.union([z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), failure: FileFault })]);

const Answers = {
  export: orFault(z.int()),
  page: orFault(z.object({ html: z.string(), records: z.int(), isBroad: z.boolean() })),
  head: orFault(TableHead),
  preview: orFault(ImportPreview),
  stage: orFault(Staged),
  left: orFault(z.int()),
} as const;

/** Does one task, here and now. */
export function doTransferTask(task: TransferTask): unknown {
  const resource = keyAccounts;
  switch (task.kind) {
    case 'export':
      return readCopy(task.copy, (db) => exportRecords(db, resource, task));
    case 'page':
      return readCopy(task.copy, (db) => printPage(db, resource, task));
    case 'head':
      return readTableHead(task.mark, task.reading);
    case 'preview':
      return readCopy(task.copy, (db) => previewImport(db, resource, task));
    case 'stage':
      return readCopy(task.copy, (db) => stageImport(db, resource, task));
    case 'left':
      return writeLeft(task);
  }
}

/** Makes the work out of a way to have a task done; an answer that is none is a bug and throws. */
export const transferWorkBy = (run: (task: TransferTask) => Promise<unknown>): TransferWork => ({
  exportTo: async (task) => Answers.export.parse(await run({ kind: 'export', ...task })),
  page: async (task) => Answers.page.parse(await run({ kind: 'page', ...task })),
  head: async (task) => Answers.head.parse(await run({ kind: 'head', ...task })),
  preview: async (task) => Answers.preview.parse(await run({ kind: 'preview', ...task })),
  stage: async (task) => Answers.stage.parse(await run({ kind: 'stage', ...task })),
  left: async (task) => Answers.left.parse(await run({ kind: 'left', ...task })),
});
