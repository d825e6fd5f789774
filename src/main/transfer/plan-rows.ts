import { createHash } from 'node:crypto';
import { z } from 'zod';
import { valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import type { ImportPlan, RowFault } from '#shared/model/import.ts';
import { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { KnownRecord, KnownRecords } from './known-records.ts';
import { readCell } from './read-cell.ts';
import type { TableRow } from './read-table.ts';
import { unguard } from './formula-guard.ts';

/** What is to become of a row. `values` are what it says, `seen` what stands there now. */
export type PlannedRow =
  | {
      readonly row: number;
      readonly does: 'create' | 'change';
      readonly id: RecordId;
      readonly values: Values;
      readonly seen: Values;
    }
  | { readonly row: number; readonly does: 'nothing' }
  | { readonly row: number; readonly does: 'leave'; readonly why: RowFault; readonly column?: number };

/** What rows are planned with. */
export type Planning = {
  readonly resource: Resource;
  readonly plan: ImportPlan;
  readonly known: KnownRecords;
  /** Whether U+FFFD stands for bytes that are no letters. */
  readonly isLossy: boolean;
};

type Left = { readonly why: RowFault; readonly column?: number };

/** Plans rows in their order; a record that two rows mean is the first one's. */
export function* planRows(planning: Planning, rows: readonly TableRow[]): Generator<PlannedRow> {
  const taken = new Set<string>();
  for (const { row, ...given } of rows) {
    const planned = planRow(planning, given);
    if ('why' in planned) yield { row, does: 'leave', ...planned };
    else if (taken.has(planned.id)) yield { row, does: 'leave', why: 'twice' };
    else {
      taken.add(planned.id);
      const isSame = planned.isKnown && Object.keys(planned.values).length === 0;
      if (isSame) yield { row, does: 'nothing' };
      else yield { row, does: planned.isKnown ? 'change' : 'create', ...planned };
    }
  }
}

type Planned = {
  readonly id: RecordId;
  readonly isKnown: boolean;
  readonly values: Values;
  readonly seen: Values;
};

function planRow(planning: Planning, { cells, fault }: Omit<TableRow, 'row'>): Planned | Left {
  if (fault) return { why: fault };
  const { columns } = planning.plan;
  const extra = cells.findIndex((cell, at) => at >= columns.length && cell !== '');
  if (extra >= 0) return { why: 'too-many-cells', column: extra };
  const said = readRow(planning, cells, undefined);
  if ('why' in said) return said;
  const found = find(planning, cells, said.values);
  if ('why' in found) return found;
  if (!found.known) return { id: found.id, isKnown: false, values: said.values, seen: {} };
  if (found.wasImported) return { id: found.known.id, isKnown: true, values: {}, seen: {} };
  return changeOf(planning, cells, found.known);
}

/** Reads the cells of the fields; `there` is the record that they are about, where it is known. */
function readRow(
  planning: Planning,
  cells: readonly string[],
  there: KnownRecord | undefined,
): { readonly values: Values } | Left {
  const { emptyCells, columns } = planning.plan;
  const values: Record<string, FieldValue> = {};
  for (const [column, target] of columns.entries()) {
    const kind = target === null ? undefined : planning.resource.fields[target];
    if (target === null || kind === undefined) continue;
    const text = cells[column] ?? '';
    if (hasBadLetters(planning, text)) return { why: 'bad-letters', column };
    const cell = readCell(kind, text, { there: thereIn(there, target), emptyCells });
    if ('why' in cell) return { ...cell, column };
    if (cell.value !== undefined) values[target] = cell.value;
  }
  return { values };
}

const hasBadLetters = ({ isLossy }: Planning, text: string): boolean => isLossy && text.includes('\u{FFFD}');

const thereIn = (record: KnownRecord | undefined, field: string): FieldValue =>
  record ? valueOf(record.local, field) : null;

/** The record that a row is about, or the id of a new one; `wasImported`: an import made it of the very same row. */
type Found =
  | { readonly known: KnownRecord; readonly wasImported: boolean }
  | { readonly known: undefined; readonly id: RecordId };

function find(planning: Planning, cells: readonly string[], values: Values): Found | Left {
  if (planning.plan.reading.kind === 'vcards') return findCard(planning, cells, values);
  return planning.plan.match === 'id' ? findById(planning, cells, values) : findAlike(planning, values);
}

function findAlike({ plan, known }: Planning, values: Values): Found | Left {
  const value = plan.match === 'nothing' ? undefined : values[plan.match];
  const alike = value === undefined || value === null ? [] : known.like(value);
  if (alike.length > 1) return { why: 'ambiguous', column: plan.columns.indexOf(plan.match as 'email') };
  const [one] = alike;
  return one ? { known: one, wasImported: false } : findByContent(known, values);
}

/** A card with the id of a record that is here is that record, whatever else fits; a new one is made under the id it has. */
function findCard(planning: Planning, cells: readonly string[], values: Values): Found | Left {
  const id = idIn(planning, cells);
  const named = planning.known.byId(id) ?? planning.known.byId(id.toLowerCase());
  if (named && named.is !== 'hidden') return { known: named, wasImported: false };
  const found = findAlike(planning, values);
  if ('why' in found || found.known || named || !isUuid(id)) return found;
  return { known: undefined, id: RecordId.parse(id.toLowerCase()) };
}

const idIn = ({ plan }: Planning, cells: readonly string[]): string =>
  unguard(cells[plan.columns.indexOf('id')] ?? '').trim();

const isUuid = (id: string): boolean => z.uuid().safeParse(id).success;

function findById(planning: Planning, cells: readonly string[], values: Values): Found | Left {
  const { plan, known } = planning;
  const id = idIn(planning, cells);
  if (id === '') return findByContent(known, values);
  const one = known.byId(id) ?? known.byId(id.toLowerCase());
  if (one) return { known: one, wasImported: false };
  return isUuid(id)
    ? { known: undefined, id: RecordId.parse(id.toLowerCase()) }
    : { why: 'bad-id', column: plan.columns.indexOf('id') };
}

/** The same row makes the same record on every laptop and every time; one that was taken back is made under another id. */
function findByContent(known: KnownRecords, values: Values): Found | Left {
  if (Object.values(values).every(isBlank)) return { why: 'empty' };
  for (let time = 0; ; time += 1) {
    const id = idOf(values, time);
    const one = known.byId(id);
    if (!one) return { known: undefined, id };
    if (one.is !== 'hidden') return { known: one, wasImported: true };
  }
}

function idOf(values: Values, time: number): RecordId {
  const said = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const hex = createHash('sha256')
    .update(JSON.stringify(['import', said, time]))
    .digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  // A UUID of version 8: of our own making (RFC 9562 §5.8).
  return RecordId.parse(
    [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-'),
  );
}

function changeOf(planning: Planning, cells: readonly string[], known: KnownRecord): Planned | Left {
  const said = readRow(planning, cells, known);
  if ('why' in said) return said;
  const changed = Object.entries(said.values).filter(([field, value]) => {
    const now = valueOf(known.local, field);
    return now !== value && !(isBlank(now) && isBlank(value)) && !isSameOnCard(planning, now, value);
  });
  const waits = changed.find(([field]) => known.open.has(field));
  if (waits) return { why: 'decision', column: planning.plan.columns.indexOf(waits[0] as 'email') };
  if (changed.length > 0 && known.is !== 'here') return { why: 'missing' };
  return {
    id: known.id,
    isKnown: true,
    values: Object.fromEntries(changed),
    seen: Object.fromEntries(changed.map(([field]) => [field, valueOf(known.local, field)])),
  };
}

/** A vCard knows one kind of line end only. */
const isSameOnCard = ({ plan }: Planning, now: FieldValue, value: FieldValue): boolean =>
  plan.reading.kind === 'vcards' &&
  typeof now === 'string' &&
  now.replaceAll(/\r\n?/gu, '\n') === String(value).replaceAll(/\r\n?/gu, '\n');

const isBlank = (value: FieldValue): boolean => value === null || value === '';
