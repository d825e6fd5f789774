import type { Encoding } from '#shared/model/import.ts';
import { decode, type Decoded } from './read-table.ts';

/**
 * A line of a vCard as it stands in the file, its folds included; a letter is a byte. `name` is in upper case, and empty
 * where it is no line of a vCard.
 */
export type CardLine = { readonly name: string; readonly raw: string };

/** The value of a line with nothing encoded or escaped in it, taken apart at its semicolons; parameters are in upper case. */
export type CardValue = {
  readonly parts: readonly string[];
  readonly isLossy: boolean;
  readonly parameters: readonly string[];
};

/** How the lines of a card are to be read: by version 2.1 or not, and in which encoding where they do not say. */
export type CardReading = { readonly isOld: boolean; readonly encoding: Encoding };

/** The most letters before a value. */
const LONGEST_HEAD = 10_000;
const HEAD = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^";:]|"[^"]*")*)*):/u;

type Head = { readonly name: string; readonly parameters: readonly string[]; readonly length: number };

function headOf(unfolded: string): Head | undefined {
  const found = HEAD.exec(unfolded.slice(0, LONGEST_HEAD));
  if (!found) return undefined;
  const [all, name = '', parameters = ''] = found;
  const each = parameters.toUpperCase().match(/(?:[^";]|"[^"]*")+/gu) ?? [];
  return { name: name.toUpperCase(), parameters: each, length: all.length };
}

/** In version 2.1 the white space after a fold belongs to the value; later it is a part of the fold. */
const unfold = (raw: string, isOld: boolean): string =>
  isOld ? raw.replaceAll('\n', '') : raw.replaceAll(/\n[ \t]/gu, '');

const isQuoted = ({ parameters }: Head): boolean =>
  parameters.some((one) => /^(?:ENCODING=)?"?QUOTED-PRINTABLE"?$/u.test(one));

const isBase64 = ({ parameters }: Head): boolean =>
  parameters.some((one) => /^(?:ENCODING=)?"?(?:BASE64|B)"?$/u.test(one));

/** Goes through the lines of vCards; what lies folded over several lines is one. Lines end with LF here. */
export function* cardLines(text: string): Generator<CardLine> {
  const raws = rawLines(text);
  for (const raw of raws) {
    if (raw.trim() === '') continue;
    const head = headOf(unfold(raw.slice(0, LONGEST_HEAD), false));
    const whole = head && isQuoted(head) ? [...quotedLines(raw, raws)].join('\n') : raw;
    yield { name: head?.name ?? '', raw: whole };
  }
}

function* rawLines(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from);
    while (to >= 0 && [' ', '\t'].includes(text.charAt(to + 1))) to = text.indexOf('\n', to + 1);
    const end = to < 0 ? text.length : to;
    yield text.slice(from, end);
    from = end + 1;
  }
}

/** A quoted-printable value goes on behind a line that ends with an equals sign. */
function* quotedLines(first: string, rest: Generator<string>): Generator<string> {
  let last = first;
  yield last;
  while (last.endsWith('=')) {
    const next = rest.next();
    if (next.done) return;
    last = next.value;
    yield last;
  }
}

/** Reads the value of a line. */
export function valueIn(raw: string, { isOld, encoding }: CardReading): CardValue {
  const first = headOf(unfold(raw.slice(0, LONGEST_HEAD), isOld));
  const flat = unfold(first && isQuoted(first) ? raw.replaceAll('=\n', '') : raw, isOld);
  const head = headOf(flat);
  if (!head) return { parts: [], isLossy: true, parameters: [] };
  const { text, isLossy } = decoded(flat.slice(head.length), head, encoding);
  // A NUL can only be hidden in an encoded value; no text has one.
  const hasNul = text.includes('\0');
  return {
    parts: partsOf(text.replaceAll('\0', '\u{FFFD}'), isOld),
    isLossy: isLossy || hasNul,
    parameters: head.parameters,
  };
}

function decoded(value: string, head: Head, encoding: Encoding): Decoded {
  // Nearly every line is plain, and a decoder for each takes long.
  if (head.parameters.length === 0 && /^\p{ASCII}*$/u.test(value)) return { text: value, isLossy: false };
  const bytes = bytesOf(value, head);
  return decode(bytes, charsetOf(head, bytes, encoding), true);
}

function bytesOf(value: string, head: Head): Buffer {
  if (isBase64(head)) return Buffer.from(value, 'base64');
  if (!isQuoted(head)) return Buffer.from(value, 'latin1');
  const plain = value.replaceAll(/=([\dA-F]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, 'latin1');
}

/** The charset that a line names where it is known here; encoded values are UTF-8 where they can be. */
function charsetOf(head: Head, bytes: Buffer, encoding: Encoding): string {
  const [named] = head.parameters.flatMap((one) => /^CHARSET="?([\w-]+)/u.exec(one)?.[1] ?? []);
  if (named !== undefined && isCharset(named)) return named;
  if (!isQuoted(head) && !isBase64(head)) return encoding;
  return decode(bytes, 'utf-8').isLossy ? 'windows-1252' : 'utf-8';
}

function isCharset(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/** Takes a value apart at the semicolons that are not escaped, and undoes what is escaped (RFC 6350 §3.4). */
function partsOf(text: string, isOld: boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const [token] of text.matchAll(/\\[^]|[^\\;]+|[\\;]/gu)) {
    if (token === ';') {
      parts.push(part);
      part = '';
    } else part += token.startsWith('\\') ? unescaped(token, isOld) : token;
  }
  return [...parts, part];
}

/** What the rules do not know stays to the letter, its backslash included. */
function unescaped(token: string, isOld: boolean): string {
  const letter = token.slice(1);
  if (letter === 'n' || letter === 'N') return isOld ? token : '\n';
  return ['\\', ',', ';', ':'].includes(letter) ? letter : token;
}
