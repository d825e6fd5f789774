import { FieldValue, valueOf, type Values } from '#shared/model/field.ts';
import { RecordId } from '#shared/model/ids.ts';
import type { Change } from '#shared/model/record.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { operationOf, type HeldEdit } from './held-edits.ts';
import type { NamedRow } from './table-shapes.ts';

/** What could be read of a record whose own row could not, or not all of it. */
export type Fragments = {
  readonly id: string;
  /** The readable columns of its row. */
  readonly record: NamedRow | undefined;
  readonly history: readonly NamedRow[];
  readonly attempts: readonly NamedRow[];
  readonly conflicts: readonly NamedRow[];
  readonly outbox: NamedRow | undefined;
};

type Piece = { readonly value: FieldValue; readonly seen: FieldValue | undefined };

/** Reads JSON that may be damaged; `undefined` where it is. */
export function readJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads the values of fields, leaving out what is none. */
export function readValues(text: unknown): Values | undefined {
  const parsed = readJson(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const values = Object.entries(parsed).flatMap(([field, raw]): [string, FieldValue][] => {
    const value = FieldValue.safeParse(raw);
    return value.success ? [[field, value.data]] : [];
  });
  return Object.fromEntries(values);
}

/** Puts unsent work together again from what is left of it; `undefined` when nothing of it can be read. */
export function heldFrom(fragments: Fragments): HeldEdit | undefined {
  const id = RecordId.safeParse(fragments.id);
  if (!id.success) return undefined;
  const resource = resourceOf(id.data);
  const pieces = new Map<string, Piece>();
  const isNew = takeHistory(pieces, fragments) || takeAttempts(pieces, fragments);
  takeRow(pieces, fragments);
  takeConflicts(pieces, fragments);
  const fields = [...pieces]
    .filter(([field, { value, seen }]) => field in resource.fields && value !== seen)
    .map(([field, { value, seen }]) => ({
      operation: operationOf('salvaged', resource.name, id.data, field, JSON.stringify([value, seen])),
      field,
      value,
      seen,
    }));
  if (fields.length === 0) return undefined;
  return {
    resource: resource.name,
    id: id.data,
    kind: isNew ? 'create' : 'edit',
    at: timeOf(fragments),
    fields,
  };
}

const timeOf = ({ outbox, history }: Fragments): string =>
  String(outbox?.['since'] ?? history.at(-1)?.['at'] ?? '');

function takeConflicts(pieces: Map<string, Piece>, { conflicts }: Fragments): void {
  for (const { field, base } of conflicts) {
    const piece = pieces.get(String(field));
    const before = FieldValue.safeParse(readJson(base));
    if (piece && before.success) pieces.set(String(field), { ...piece, seen: before.data });
  }
}

/** Follows the history to what had not been sent at its end; answers whether the record itself had not. */
function takeHistory(pieces: Map<string, Piece>, { history }: Fragments): boolean {
  const shown = new Map<string, FieldValue>();
  let isNew = false;
  const lines = [...history].sort((a, b) => Number(a['entry']) - Number(b['entry']));
  for (const { kind, changes } of lines) {
    if (kind === 'create') isNew = true;
    if (kind === 'sent') isNew = false;
    for (const change of readChanges(changes)) takeChange({ pieces, shown }, String(kind), change);
  }
  return isNew;
}

type Told = { readonly pieces: Map<string, Piece>; readonly shown: Map<string, FieldValue> };

function takeChange({ pieces, shown }: Told, kind: string, { field, before, after }: Change): void {
  const known = pieces.get(field);
  switch (kind) {
    case 'conflict':
      shown.set(field, after);
      break;
    case 'sent':
      if (known?.value === after) pieces.delete(field);
      break;
    case 'pull':
    case 'merge':
      if (before !== after) pieces.delete(field);
      break;
    case 'decision':
      pieces.set(field, { value: after, seen: shown.get(field) ?? known?.seen });
      break;
    default:
      pieces.set(field, { value: after, seen: known ? known.seen : before });
  }
}

function readChanges(text: unknown): Change[] {
  const parsed = readJson(text);
  if (!Array.isArray(parsed)) return [];
  return (parsed as Partial<Change>[]).flatMap(({ field, before, after }) =>
    typeof field === 'string' && before !== undefined && after !== undefined
      ? [{ field, before, after }]
      : [],
  );
}

/** Takes what was sent without an answer; answers whether a creation was. */
function takeAttempts(pieces: Map<string, Piece>, { attempts }: Fragments): boolean {
  for (const { payload } of attempts) {
    for (const [field, value] of Object.entries(readValues(payload) ?? {})) {
      if (!pieces.has(field)) pieces.set(field, { value, seen: undefined });
    }
  }
  return attempts.some(({ kind }) => kind === 'create');
}

/** States in which the base may have what the person was asked about and has not answered to. */
const ASKED: readonly unknown[] = ['conflict', 'missing', undefined];

/** Takes the row itself, as far as it goes: with its base it says all; alone, what nobody else told. */
function takeRow(pieces: Map<string, Piece>, { record, outbox }: Fragments): void {
  if (!record) return;
  const base = readValues(record['base']);
  const isBaseSeen = !ASKED.includes(record['state']);
  const isUnsent = (field: string, value: FieldValue): boolean =>
    base ? value !== valueOf(base, field) : pieces.has(field) || outbox !== undefined;
  for (const [field, value] of Object.entries(readValues(record['local']) ?? {})) {
    const seen = base && isBaseSeen ? valueOf(base, field) : pieces.get(field)?.seen;
    if (isUnsent(field, value)) pieces.set(field, { value, seen });
    else pieces.delete(field);
  }
}
