import { z } from 'zod';
import type { Value } from './condition.ts';
import type { Field, FieldKind } from './fields.ts';
import type { LetterReader } from './letter-reader.ts';

const Moment = z.iso.datetime({ offset: true });

const READERS: Readonly<Record<FieldKind, (text: string) => string | number | undefined>> = {
  text: (text) => text,
  number: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined),
  moment: (text) => (Moment.safeParse(text).success ? new Date(text).toISOString() : undefined),
};

const EXPECTED: Readonly<Record<FieldKind, string>> = {
  text: 'a text',
  number: 'a whole number',
  moment: 'a moment like 2026-11-20T08:00:00Z',
};

/** Reads a value as its field compares, or `null()`; throws `UnreadableFilter`. */
export function readValue(reader: LetterReader, { kind }: Field): Value {
  const { text, at } = reader.value();
  if (text === 'null' && reader.skips('(')) {
    reader.expect(')');
    return null;
  }
  return READERS[kind](text) ?? reader.refuse(`${EXPECTED[kind]} is expected here.`, at);
}
