import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { wordsOf } from '#shared/language/language.ts';
import type {
  ChosenTable,
  ImportOrder,
  ImportPlan,
  ImportPreview,
  ImportReport,
  LeftRow,
  Reading,
} from '#shared/model/import.ts';
import type { FileFault, WrittenFile } from '#shared/model/transfer.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { columnTitles, type TransferTools } from './export-act.ts';
import { importStaged, type Imported } from './import-staged.ts';
import { markFile, type FileMark } from './read-table.ts';

const SHOWN_LEFT = 100;

const words = wordsOf('files');
const reasons = wordsOf('rowFaults');

const fileFailure = (reason: FileFault): Result<never> => fail({ code: 'file', reason });

/**
 * The table or the vCards that a person is importing, from the choice of the file to the report. The path of the file stays
 * here: the window knows its name only. Every act fails with `not-connected` and `file`.
 */
export class ImportActs {
  #mark: FileMark | undefined;
  #done: { readonly plan: ImportPlan; readonly left: readonly LeftRow[] } | undefined;

  constructor(readonly tools: TransferTools) {}

  /** Asks a person for a table or vCards and reads how it begins; `undefined` when they choose none. */
  async choose(): Promise<Result<ChosenTable | undefined>> {
    const path = await this.tools.chooseSource({
      filters: [{ name: words.importable, extensions: ['csv', 'tsv', 'txt', 'vcf', 'vcard'] }],
    });
    if (path === undefined) return succeed(undefined);
    const mark = markFile(path);
    if (!mark.ok) return fileFailure(mark.failure);
    this.#mark = mark.value;
    this.#done = undefined;
    return this.read(undefined);
  }

  /** Reads how the chosen table begins, in the way that is asked for. */
  async read(reading: Reading | undefined): Promise<Result<ChosenTable>> {
    const mark = this.#mark;
    if (!mark) return fileFailure('gone');
    const head = await this.tools.work.head({ mark, ...(reading && { reading }) });
    return head.ok ? succeed({ ...head.value, name: basename(mark.path) }) : fileFailure(head.failure);
  }

  /** Says what the import would do. */
  async preview(plan: ImportPlan): Promise<Result<ImportPreview>> {
    const copy = this.tools.copy();
    if (copy === undefined) return fail({ code: 'not-connected' });
    if (!this.#mark) return fileFailure('gone');
    const preview = await this.tools.work.preview({ copy, mark: this.#mark, plan });
    return preview.ok ? preview : fileFailure(preview.failure);
  }

  /** Does the import as one act of the person, and says what came of it. */
  async run({ act, plan }: ImportOrder): Promise<Result<ImportReport>> {
    const { work, copy, desk } = this.tools;
    const [at, file] = [desk(), copy()];
    if (!at || file === undefined) return fail({ code: 'not-connected' });
    if (!this.#mark) return fileFailure('gone');
    const path = `${file}.import.part`;
    const staged = await work.stage({ copy: file, mark: this.#mark, plan, target: path });
    if (!staged.ok) return fileFailure(staged.failure);
    const imported: Imported = { created: [], changed: [], left: [], isWhole: false };
    const { onProgress } = this.tools;
    try {
      const isOpen = (): boolean => desk() === at;
      await importStaged({ ...at, isOpen, onProgress }, { path, rows: staged.value.rows, act, imported });
    } finally {
      rmSync(path, { force: true });
      const ids = [...imported.created, ...imported.changed];
      if (ids.length > 0 && desk() === at) at.changed(ids);
    }
    if (!imported.isWhole) return fail({ code: 'not-connected' });
    this.#done = { plan, left: imported.left };
    return succeed(reportOf(imported, staged.value.same));
  }

  /** Saves the rows that the import left out, each with why, where the person says. */
  async saveLeft(): Promise<Result<WrittenFile | undefined>> {
    const [mark, done] = [this.#mark, this.#done];
    if (!mark || !done) return fileFailure('gone');
    const target = await this.tools.chooseTarget({
      defaultPath: 'left-out.csv',
      filters: [{ name: words.csv, extensions: ['csv'] }],
    });
    if (target === undefined) return succeed(undefined);
    const left = done.left.map(({ row, why }) => ({ row, why: reasons[why] }));
    const heads = { titles: columnTitles(), title: words.why };
    const saved = await this.tools.work.left({ mark, plan: done.plan, left, ...heads, target });
    return saved.ok ? succeed({ name: basename(target), records: saved.value }) : fileFailure(saved.failure);
  }
}

const reportOf = ({ created, changed, left }: Imported, same: number): ImportReport => ({
  created: created.length,
  changed: changed.length,
  same,
  left: left.length,
  leftRows: left.slice(0, SHOWN_LEFT),
});
