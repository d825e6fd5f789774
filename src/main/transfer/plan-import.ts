import type { ImportPlan, ImportPreview, LeftRow, StagedRow } from '#shared/model/import.ts';
import type { FileFault, TableColumn } from '#shared/model/transfer.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Snapshot } from '../database/handle.ts';
import { guard, unguard } from './formula-guard.ts';
import { readKnown } from './known-records.ts';
import { planRows, type PlannedRow } from './plan-rows.ts';
import type { FileMark } from './read-table.ts';
import { BYTE_ORDER_MARK, linesOf } from './table-text.ts';
import { readTable, type Table } from './table-head.ts';
import { writeWhole } from './write-whole.ts';

const SHOWN = 8;
const SHOWN_LEFT = 100;

/** A table to be imported, and how. */
export type ImportTask = { readonly mark: FileMark; readonly plan: ImportPlan };

type Plans = { readonly table: Table; readonly rows: Iterable<PlannedRow> };

function plansOf(db: Snapshot, resource: Resource, { mark, plan }: ImportTask): Result<Plans, FileFault> {
  const table = readTable(mark, plan.reading);
  if (!table.ok) return table;
  const known = readKnown(db, resource, plan.match);
  const { rows, isLossy } = table.value;
  return succeed({ table: table.value, rows: planRows({ resource, plan, known, isLossy }, rows) });
}

/** Says what an import would do, with the first rows of each kind; nothing is changed. */
export function previewImport(
  db: Snapshot,
  resource: Resource,
  task: ImportTask,
): Result<ImportPreview, FileFault> {
  const plans = plansOf(db, resource, task);
  if (!plans.ok) return plans;
  const counts = { create: 0, change: 0, nothing: 0, leave: 0 };
  const first: ImportPreview['first'][number][] = [];
  const leftRows: LeftRow[] = [];
  for (const planned of plans.value.rows) {
    counts[planned.does] += 1;
    if (planned.does === 'leave' && leftRows.length < SHOWN_LEFT) leftRows.push(leftOf(planned));
    if ((planned.does !== 'create' && planned.does !== 'change') || first.length >= SHOWN) continue;
    const { row, does, values, seen } = planned;
    const label = resource.label({ ...seen, ...values });
    first.push({ row, isNew: does === 'create', label, fields: Object.keys(values) });
  }
  const { create: created, change: changed, nothing: same, leave: left } = counts;
  return succeed({ created, changed, same, left, first, leftRows });
}

type Leaves = Extract<PlannedRow, { does: 'leave' }>;

const leftOf = ({ row, why, column }: Leaves): LeftRow => ({
  row,
  why,
  ...(column !== undefined && { column }),
});

/** What was laid ready: how many rows there are, and how many change nothing. */
export type Staged = { readonly rows: number; readonly same: number };

/** Lays an import ready in a file, a line a row, so that it can be done in small pieces. */
export function stageImport(
  db: Snapshot,
  resource: Resource,
  task: ImportTask & { readonly target: string },
): Result<Staged, FileFault> {
  const plans = plansOf(db, resource, task);
  if (!plans.ok) return plans;
  return writeWhole(task.target, (write) => {
    let [rows, same] = [0, 0];
    for (const planned of plans.value.rows) {
      if (planned.does === 'nothing') same += 1;
      else {
        rows += 1;
        write(`${JSON.stringify(stagedOf(planned))}\n`);
      }
    }
    return { rows, same };
  });
}

function stagedOf(planned: Exclude<PlannedRow, { does: 'nothing' }>): StagedRow {
  if (planned.does === 'leave') return leftOf(planned);
  const { row, does, id, values, seen } = planned;
  return { row, id, isNew: does === 'create', values, seen };
}

/** Rows that were left out, with the words for why, by their numbers. */
export type LeftWords = readonly { readonly row: number; readonly why: string }[];

/**
 * Writes the rows that were left out as they stand in the table, each with why; vCards become a table. `titles` are the
 * names of the fields, `title` that of the last column.
 */
export function writeLeft(order: {
  readonly mark: FileMark;
  readonly plan: ImportPlan;
  readonly left: LeftWords;
  readonly titles: Readonly<Record<TableColumn, string>>;
  readonly title: string;
  readonly target: string;
}): Result<number, FileFault> {
  const table = readTable(order.mark, order.plan.reading);
  if (!table.ok) return table;
  const { reading, titles, rows } = table.value;
  const why = new Map(order.left.map((one) => [one.row, one.why]));
  const lines = rows.flatMap(({ row, cells }) => {
    const words = why.get(row);
    if (words === undefined) return [];
    const safe = cells.map((cell) => (cell === '' ? '' : guard(unguard(cell))));
    return [[...safe, ...titles.slice(cells.length).map(() => ''), words]];
  });
  if (lines.length === 0) return fail('changed');
  const isTable = reading.kind === 'table';
  const names = isTable ? titles : titles.map((target) => order.titles[target as TableColumn]);
  const head = isTable && !reading.hasHead ? [] : [[...names, order.title]];
  const separator = isTable ? reading.separator : ',';
  return writeWhole(order.target, (write) => {
    write(`${BYTE_ORDER_MARK}${linesOf([...head, ...lines], separator)}`);
    return lines.length;
  });
}
