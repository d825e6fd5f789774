import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FieldValue, Values } from '#shared/model/field.ts';
import type {
  ChosenTable,
  ImportPlan,
  ImportPreview,
  ImportReport,
  StagedRow,
} from '#shared/model/import.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { ExportFormat } from '#shared/model/transfer.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Result } from '#shared/result.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { openLocalCopy } from '../../src/main/database/open.ts';
import { recordOf, type RecordSql } from '../../src/main/database/records.ts';
import type { Printer } from '../../src/main/printer.ts';
import { exportFile, type TransferTools } from '../../src/main/transfer/export-act.ts';
import { importStaged } from '../../src/main/transfer/import-staged.ts';
import { ImportActs } from '../../src/main/transfer/import-acts.ts';
import { doTransferTask, transferWorkBy } from '../../src/main/transfer/transfer-work.ts';
import { testPorts } from './device.ts';
import { emptyFolder } from './folder.ts';

/** A table in Windows-1252 or any other bytes, or as text. */
export type Content = string | Buffer;

const valueOfOk = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`The act failed: ${JSON.stringify(result.failure)}`);
  return result.value;
};

/** Paper needs an Electron, which these tests do without. */
const noPrinter: Printer = {
  toPdf: () => Promise.reject(new Error('There is no Electron to lay out paper.')),
  print: () => Promise.reject(new Error('There is no Electron to lay out paper.')),
};

/** A desk without a window at which tables are exported and imported; what is worked on is real. */
export class TransferDesk {
  readonly folder = emptyFolder();
  readonly db: WritableDb;
  readonly imports: ImportActs;
  /** Every record that was told to be changed. */
  readonly told: RecordId[] = [];
  /** The file that was chosen last. */
  source = '';
  /** Closes the copy under an import that has done so many rows. */
  closesAfter: number | undefined;
  #isOpen = true;
  readonly #target = join(this.folder, 'out.csv');
  readonly #tools: TransferTools;

  constructor() {
    const file = join(this.folder, 'copy.db');
    const opened = openLocalCopy(file);
    if (!opened.ok) throw new Error(`The local copy could not be opened: ${opened.failure.kind}`);
    onTestFinished(opened.value.close);
    this.db = opened.value.db;
    const desk = {
      db: this.db,
      resource: keyAccounts,
      ports: testPorts,
      changed: (ids: readonly RecordId[]) => {
        this.told.push(...ids);
      },
    };
    this.#tools = {
      work: transferWorkBy((task) => Promise.resolve(doTransferTask(task))),
      copy: () => file,
      desk: () => (this.#isOpen ? desk : undefined),
      chooseTarget: () => Promise.resolve(this.#target),
      chooseSource: () => Promise.resolve(this.source),
      onProgress: ({ done }) => {
        if (done >= (this.closesAfter ?? Infinity)) this.#isOpen = false;
      },
    };
    this.imports = new ImportActs(this.#tools);
  }

  /** Opens the copy again. */
  reopen(): void {
    this.closesAfter = undefined;
    this.#isOpen = true;
  }

  /** Chooses a file with this content. */
  async choose(content: Content, extension = 'csv'): Promise<Result<ChosenTable | undefined>> {
    this.source = join(this.folder, `${randomUUID()}.${extension}`);
    writeFileSync(this.source, content);
    return this.imports.choose();
  }

  /** Chooses a file that is a table, and answers the plan that seems to fit, with what is said otherwise. */
  async plan(content: Content, otherwise: Partial<ImportPlan> = {}): Promise<ImportPlan> {
    const table = valueOfOk(await this.choose(content));
    if (!table) throw new Error('No table was chosen.');
    const { reading, columns, match } = table;
    return { reading, columns, match, emptyCells: 'keep', ...otherwise };
  }

  async preview(plan: ImportPlan): Promise<ImportPreview> {
    return valueOfOk(await this.imports.preview(plan));
  }

  async run(plan: ImportPlan, act = OperationId.parse(randomUUID())): Promise<ImportReport> {
    return valueOfOk(await this.imports.run({ act, plan }));
  }

  /** Chooses a table and imports it as it seems to fit. */
  async import(content: Content, otherwise: Partial<ImportPlan> = {}): Promise<ImportReport> {
    return this.run(await this.plan(content, otherwise));
  }

  /** Does an import that was laid ready some time ago. */
  async importLines(lines: readonly StagedRow[]): Promise<void> {
    const path = join(this.folder, 'ready.part');
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const desk = {
      db: this.db,
      resource: keyAccounts,
      ports: testPorts,
      isOpen: () => true,
      onProgress: () => undefined,
    };
    const imported = { created: [], changed: [], left: [], isWhole: false };
    await importStaged(desk, { path, rows: lines.length, act: OperationId.parse(randomUUID()), imported });
  }

  /** Exports everything and answers the file. */
  async export(format: ExportFormat): Promise<string> {
    valueOfOk(
      await exportFile(
        { ...this.#tools, printer: noPrinter, now: testPorts.clock.now },
        { range: { kind: 'all' }, format },
      ),
    );
    return readFileSync(this.#target, 'utf8');
  }

  /** Saves the rows that were left out and answers the file. */
  async saveLeft(): Promise<string> {
    valueOfOk(await this.imports.saveLeft());
    return readFileSync(this.#target, 'utf8');
  }

  /** The values of every record, by id. */
  all(): Map<string, Values> {
    const rows = this.db.all('SELECT * FROM records') as RecordSql[];
    return new Map(rows.map((row) => [row.id, recordOf(row).local]));
  }

  /** How many lines of a table there are. */
  count(table: 'history' | 'outbox' | 'records'): FieldValue {
    return (this.db.get(`SELECT count(*) AS lines FROM ${table}`) as { lines: number }).lines;
  }
}
