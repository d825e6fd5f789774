import { fail, succeed } from '#shared/result.ts';
import type { Result } from '#shared/result.ts';
import type { Condition } from './condition.ts';
import { readField } from './fields.ts';
import type { Field } from './fields.ts';
import { LetterReader } from './letter-reader.ts';
import type { Word } from './letter-reader.ts';
import { UnreadableFilter } from './letters.ts';
import { readValue } from './values.ts';

/** The parameters beside which everything else in a query is a filter. */
const PARAMETERS = /^(?:limit|offset|order|select)(?:=|$)/;

const LONGEST = 2000;
const DEEPEST = 8;
const MOST_VALUES = 100;

const OPERATORS = 'eq, ne, gt, ge, lt, le, like, ilike, in, and, or, not';

function fieldNamed(reader: LetterReader, { text, at }: Word): Field {
  return (
    readField(text) ??
    reader.refuse('no such field to filter by; fields are named like status or address.city.', at)
  );
}

/** Reads the field that comes first between the brackets of a comparison, and the comma behind it. */
function firstField(reader: LetterReader): Field {
  const field = fieldNamed(reader, reader.name());
  reader.expect(',');
  return field;
}

function readOrder(reader: LetterReader, kind: 'gt' | 'ge' | 'lt' | 'le'): Condition {
  const field = firstField(reader);
  const { at } = reader;
  const value = readValue(reader, field);
  if (value === null) reader.refuse('null() can only be asked for by eq, ne and in.', at);
  return { kind, field, value };
}

function readLike(reader: LetterReader, kind: 'like' | 'ilike'): Condition {
  const { at } = reader;
  const field = firstField(reader);
  if (field.kind !== 'text') reader.refuse('only a field that is a text can be compared by like.', at);
  return { kind, field, pattern: reader.value().text };
}

function readEqual(reader: LetterReader): Condition {
  const field = firstField(reader);
  return { kind: 'eq', field, value: readValue(reader, field) };
}

function readIn(reader: LetterReader): Condition {
  const field = firstField(reader);
  const of: Condition[] = [];
  reader.expect('(');
  do {
    if (of.length === MOST_VALUES) reader.refuse(`in takes ${String(MOST_VALUES)} values at most.`);
    of.push({ kind: 'eq', field, value: readValue(reader, field) });
  } while (reader.skips(','));
  reader.expect(')');
  return { kind: 'any', of };
}

function readTerms(reader: LetterReader, depth: number): Condition[] {
  const terms: Condition[] = [];
  do terms.push(readTerm(reader, depth));
  while (reader.skips(','));
  return terms;
}

type Inside = (reader: LetterReader, depth: number) => Condition;

/** What stands between the brackets of each operator. */
const INSIDES: ReadonlyMap<string, Inside> = new Map<string, Inside>([
  ['eq', readEqual],
  ['ne', (reader) => ({ kind: 'not', of: readEqual(reader) })],
  ['gt', (reader) => readOrder(reader, 'gt')],
  ['ge', (reader) => readOrder(reader, 'ge')],
  ['lt', (reader) => readOrder(reader, 'lt')],
  ['le', (reader) => readOrder(reader, 'le')],
  ['like', (reader) => readLike(reader, 'like')],
  ['ilike', (reader) => readLike(reader, 'ilike')],
  ['in', readIn],
  ['and', (reader, depth) => ({ kind: 'all', of: readTerms(reader, depth + 1) })],
  ['or', (reader, depth) => ({ kind: 'any', of: readTerms(reader, depth + 1) })],
  ['not', (reader, depth) => ({ kind: 'not', of: readTerm(reader, depth + 1) })],
]);

/** One comparison or group: `operator(…)` or `field=value`. */
function readTerm(reader: LetterReader, depth: number): Condition {
  if (depth > DEEPEST) reader.refuse(`a filter is ${String(DEEPEST)} brackets deep at most.`);
  const name = reader.name();
  if (name.text === '') reader.refuse('a field or an operator is expected here.');
  if (reader.skips('(')) {
    const inside = INSIDES.get(name.text);
    if (!inside) return reader.refuse(`no such operator; there are ${OPERATORS}.`, name.at);
    const condition = inside(reader, depth);
    reader.expect(')');
    return condition;
  }
  const field = fieldNamed(reader, name);
  if (!reader.skips('=')) reader.refuse('a field is followed by = and a value.');
  return { kind: 'eq', field, value: readValue(reader, field) };
}

function readPart(raw: string, offset: number): Condition {
  const reader = new LetterReader(raw, offset);
  const term = readTerm(reader, 0);
  if (!reader.isAtEnd) reader.refuse('the filter should have ended here.');
  return term;
}

function readParts(query: string): Condition {
  const of: Condition[] = [];
  let offset = 0;
  let length = 0;
  for (const part of query.split('&')) {
    if (part !== '' && !PARAMETERS.test(part)) {
      length += part.length;
      if (length > LONGEST)
        throw new UnreadableFilter(offset, `a filter has ${String(LONGEST)} characters at most.`);
      of.push(readPart(part, offset));
    }
    offset += part.length + 1;
  }
  return { kind: 'all', of };
}

/** Reads the RQL of a raw query string; the failure is a sentence that says where it cannot be read, and repeats no value. */
export function readFilter(query: string): Result<Condition, string> {
  try {
    return succeed(readParts(query));
  } catch (error) {
    if (error instanceof UnreadableFilter) return fail(error.message);
    throw error;
  }
}
