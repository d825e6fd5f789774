import { open } from 'node:fs/promises';
import { assert } from '#shared/assert.ts';
import { StagedRow, type ImportProgress, type LeftRow, type RowFault } from '#shared/model/import.ts';
import { OperationId, RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { succeed } from '#shared/result.ts';
import { currentId } from '../database/aliases.ts';
import { listConflicts } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import { readRecord } from '../database/records.ts';
import type { Ports } from '../ports.ts';
import { asAct } from '../records/change-set.ts';
import { createRecord } from '../records/create-record.ts';
import { editRecord } from '../records/edit-record.ts';
import { FIRST_SLICE, nextSlice } from '../records/pace.ts';

/** The most rows that a transaction takes. */
const LARGEST_SLICE = 40;

/** Where an import is written, and who is told. */
export type ImportDesk = {
  readonly db: WritableDb;
  readonly resource: Resource;
  readonly ports: Ports;
  /** Whether the copy is still the one that is open. */
  readonly isOpen: () => boolean;
  readonly onProgress: (progress: ImportProgress) => void;
};

/** What was done: the records that were made and changed, the rows that were left, and whether it came to its end. */
export type Imported = {
  readonly created: RecordId[];
  readonly changed: RecordId[];
  readonly left: LeftRow[];
  isWhole: boolean;
};

type StagedImport = {
  readonly path: string;
  readonly rows: number;
  readonly act: OperationId;
  /** Filled in while the import goes on, so that what was done is known whatever happens. */
  readonly imported: Imported;
};

/**
 * Does an import that was laid ready, as one act of a person in as many short transactions as it takes. Every row goes the
 * way of an edit or a creation by hand, decided from the record's state at that moment. A crash between two transactions
 * leaves whole rows: the act can be taken back, and the same import does the rest.
 */
export async function importStaged(desk: ImportDesk, staged: StagedImport): Promise<void> {
  const { clock } = desk.ports;
  const file = await open(staged.path);
  try {
    let slice: StagedRow[] = [];
    let size = FIRST_SLICE;
    let done = 0;
    for await (const line of file.readLines()) {
      slice.push(StagedRow.parse(JSON.parse(line)));
      done += 1;
      if (slice.length < size && done < staged.rows) continue;
      if (!desk.isOpen()) return;
      const began = clock.monotonic();
      importSlice(desk, staged, slice);
      size = nextSlice(size, clock.monotonic() - began, LARGEST_SLICE);
      slice = [];
      desk.onProgress({ done, total: staged.rows });
      await clock.sleep(0, new AbortController().signal);
    }
    staged.imported.isWhole = true;
  } finally {
    await file.close();
  }
}

function importSlice({ db, resource, ports }: ImportDesk, staged: StagedImport, slice: StagedRow[]): void {
  const at = new Date(ports.clock.now()).toISOString();
  const part: Omit<Imported, 'isWhole'> = { created: [], changed: [], left: [] };
  const work = (): ReturnType<typeof succeed<undefined>> => {
    for (const row of slice) {
      const why = 'why' in row ? row : importRow({ db, resource, ports, at, part }, row);
      if (why) part.left.push(why);
    }
    return succeed(undefined);
  };
  asAct(db, { act: staged.act, kind: 'import', at, work });
  // Only what was committed counts.
  staged.imported.created.push(...part.created);
  staged.imported.changed.push(...part.changed);
  staged.imported.left.push(...part.left);
}

type Writing = Pick<ImportDesk, 'db' | 'resource' | 'ports'> & {
  readonly at: string;
  readonly part: Omit<Imported, 'isWhole'>;
};

type Ready = Exclude<StagedRow, LeftRow>;

function importRow(writing: Writing, row: Ready): LeftRow | undefined {
  const why = row.isNew ? makeOne(writing, row) : changeOne(writing, row);
  return why && { row: row.row, why };
}

function makeOne({ db, resource, ports, at, part }: Writing, { id, values }: Ready): RowFault | undefined {
  const made = { operation: OperationId.parse(ports.newId()), id: RecordId.parse(id), values };
  if (!createRecord(db, resource, { made, at }).ok) return 'twice';
  part.created.push(made.id);
  return undefined;
}

function changeOne({ db, resource, ports, at, part }: Writing, row: Ready): RowFault | undefined {
  const id = currentId(db, resource, RecordId.parse(row.id));
  const record = readRecord(db, resource, id);
  if (!record || record.isMissing) return 'missing';
  const open = listConflicts(db, resource, id);
  if (open.some(({ field }) => field in row.values)) return 'decision';
  for (const [field, value] of Object.entries(row.values)) {
    const seen = row.seen[field] ?? null;
    const edit = { operation: OperationId.parse(ports.newId()), id, field, value, seen };
    assert(
      editRecord(db, resource, { edit, at }).ok,
      `Row ${String(row.row)} was checked and cannot be written.`,
    );
  }
  part.changed.push(id);
  return undefined;
}
