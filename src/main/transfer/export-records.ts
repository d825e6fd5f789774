import type { RecordRow } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Result } from '#shared/result.ts';
import type { ExportFormat, FileFault, FileOrder, TableColumn } from '#shared/model/transfer.ts';
import type { Snapshot } from '../database/handle.ts';
import { recordsIn } from './range-records.ts';
import { BYTE_ORDER_MARK, cellsOf, linesOf } from './table-text.ts';
import { vcardOf } from './vcard.ts';
import { writeWhole, type Write } from './write-whole.ts';

const AT_ONCE = 500;

/** An export with what the shell adds to it: where it goes, and the names of the columns in the person's language. */
export type ExportTask = {
  readonly order: FileOrder;
  readonly target: string;
  readonly titles: Readonly<Record<TableColumn, string>>;
};

/**
 * Writes the records of an export as they are at one moment, and answers how many they were. The file gets its name when
 * it is whole.
 */
export function exportRecords(
  db: Snapshot,
  resource: Resource,
  { order, target, titles }: ExportTask,
): Result<number, FileFault> {
  return writeWhole(target, (write) => {
    const writer = writerOf(order.format, titles, write);
    let rows: RecordRow[] = [];
    let records = 0;
    for (const row of recordsIn(db, resource, order.range)) {
      records += 1;
      rows.push(row);
      if (rows.length < AT_ONCE) continue;
      writer.add(rows);
      rows = [];
    }
    writer.add(rows);
    writer.end();
    return records;
  });
}

type Writer = { readonly add: (rows: readonly RecordRow[]) => void; readonly end: () => void };

function writerOf(format: ExportFormat, titles: ExportTask['titles'], write: Write): Writer {
  switch (format.kind) {
    case 'csv':
      return tableWriter(format, titles, write);
    case 'json':
      return jsonWriter(write);
    case 'vcard':
      return {
        add: (rows) => {
          write(rows.map(vcardOf).join(''));
        },
        end: () => undefined,
      };
  }
}

type Table = Extract<ExportFormat, { kind: 'csv' }>;

function tableWriter(
  { columns, separator, hasMark }: Table,
  titles: ExportTask['titles'],
  write: Write,
): Writer {
  if (hasMark) write(BYTE_ORDER_MARK);
  write(linesOf([columns.map((column) => titles[column])], separator));
  return {
    add: (rows) => {
      write(linesOf(cellsOf(rows, columns), separator));
    },
    end: () => undefined,
  };
}

function jsonWriter(write: Write): Writer {
  let isFirst = true;
  write('[');
  return {
    add: (rows) => {
      for (const { id, values, state, updatedAt } of rows) {
        write(
          `${isFirst ? '' : ','}\n${JSON.stringify({ id, ...values, state, updated_at: updatedAt ?? null })}`,
        );
        isFirst = false;
      }
    },
    end: () => {
      write('\n]\n');
    },
  };
}
