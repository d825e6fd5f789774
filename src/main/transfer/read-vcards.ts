import { ImportTarget, type Encoding } from '#shared/model/import.ts';
import type { FileFault } from '#shared/model/transfer.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { guard } from './formula-guard.ts';
import { decode, encodingOf, MOST_ROWS, type TableRow } from './read-table.ts';
import { splitCards, type Card } from './split-vcards.ts';
import { valueIn, type CardValue } from './vcard-lines.ts';

/** The fields that any card can have; the others are there where a card of the file has them. */
const COMMON: readonly ImportTarget[] = ['first_name', 'last_name', 'email'];
/** The most names of properties without a field that are told, and the letters of each. */
const MOST_OTHERS = 100;
const SHOWN_LETTERS = 40;

/** vCards as the rows of a table, their texts guarded as in a table. */
export type CardTable = {
  readonly encoding: Encoding;
  readonly isLossy: boolean;
  readonly columns: readonly ImportTarget[];
  readonly rows: readonly TableRow[];
  readonly others: readonly string[];
};

/** Whether a file has vCards in it, by its name or by how it begins. */
export const areVcards = (path: string, { bytes, found }: { bytes: Buffer; found: Encoding }): boolean =>
  /\.(?:vcf|vcard)$/iu.test(path) || /^\s*BEGIN:VCARD\s/iu.test(decode(bytes.subarray(0, 1024), found).text);

/**
 * Reads vCards of the versions 2.1, 3.0 and 4.0, each as a row; `found` is the encoding of the file as it seems. Fails where
 * there is no card, or too many.
 */
export function readVcards(
  bytes: Buffer,
  { found, wanted }: { found: Encoding; wanted: Encoding | undefined },
): Result<CardTable, FileFault> {
  const text = bytesAsText(bytes, wanted ?? found);
  const encoding = wanted ?? (found === 'windows-1252' ? unfoldedEncoding(text) : found);
  const rows: ReadCard[] = [];
  for (const card of splitCards(text)) {
    if (rows.length === MOST_ROWS) return fail('too-many-rows');
    rows.push(readCard(card, isWide(encoding) ? 'utf-8' : encoding));
  }
  if (!/^BEGIN:VCARD\s*$/imu.test(text)) return fail('no-card');
  const said = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const columns = ImportTarget.options.filter((target) => COMMON.includes(target) || said.has(target));
  return succeed({
    encoding,
    isLossy: rows.some(({ isLossy }) => isLossy),
    columns,
    rows: rows.map(({ fault, values }, at) => ({
      row: at + 1,
      cells: columns.map((target) => cellOf(values[target] ?? '')),
      fault,
    })),
    others: namesOf(rows),
  });
}

const isWide = (encoding: Encoding): boolean => encoding === 'utf-16le' || encoding === 'utf-16be';

/** A letter for each byte, since a fold may lie within a letter and a line may have a charset of its own; lines end with LF. */
function bytesAsText(bytes: Buffer, encoding: Encoding): string {
  const narrow = isWide(encoding) ? Buffer.from(decode(bytes, encoding).text) : bytes;
  const text = narrow.toString('latin1').replaceAll(/\r\n?/gu, '\n');
  return text.startsWith('\u{EF}\u{BB}\u{BF}') ? text.slice(3) : text;
}

const unfoldedEncoding = (text: string): Encoding =>
  encodingOf(Buffer.from(text.replaceAll(/\n[ \t]/gu, ''), 'latin1')) ?? 'windows-1252';

const cellOf = (value: string): string => (value === '' ? '' : guard(value));

function namesOf(cards: readonly ReadCard[]): string[] {
  const names = [...new Set(cards.flatMap(({ others }) => [...others]))];
  return names
    .slice(0, MOST_OTHERS)
    .map((name) => (name.length > SHOWN_LETTERS ? `${name.slice(0, SHOWN_LETTERS)}…` : name))
    .concat(names.length > MOST_OTHERS ? ['…'] : []);
}

type ReadCard = Pick<TableRow, 'fault'> & {
  readonly values: Partial<Readonly<Record<ImportTarget, string>>>;
  readonly isLossy: boolean;
  /** What it says beside that. */
  readonly others: readonly string[];
};

const wholeOf = (value: CardValue | undefined): string => value?.parts.join(';') ?? '';

/** What a card is for; programs of version 3.0 have a property of their own for it. */
const KINDS: readonly string[] = ['KIND', 'X-ADDRESSBOOKSERVER-KIND'];

function faultOf(card: Card, kind: string): TableRow['fault'] {
  if (!card.isWhole) return 'not-whole';
  if (card.isTorn) return 'broken-line';
  return kind.trim().toLowerCase() === 'group' ? 'group' : undefined;
}

function readCard(card: Card, encoding: Encoding): ReadCard {
  const { lines, others, isOld } = card;
  const valuesOf = (raws: readonly string[]): CardValue[] =>
    raws.map((raw) => valueIn(raw, { isOld, encoding }));
  const read = new Map([...lines].map(([name, raws]) => [name, valuesOf(raws)]));
  const textOf = (name: string): string => wholeOf(read.get(name)?.[0]);
  const emails = (read.get('EMAIL') ?? []).filter((value) => wholeOf(value) !== '');
  const said = {
    id: /^urn:uuid:(.+)$/iu.exec(textOf('UID'))?.[1] ?? '',
    email: wholeOf(preferredOf(emails)),
    primary: textOf('X-PRIMARY'),
    remote_id: textOf('X-SSO-GUID'),
    last_download: textOf('X-LAST-DOWNLOAD'),
  };
  const [name] = read.get('N') ?? [];
  // A name that is shown may be no name but what else tells the card apart.
  const standIns = [...emails.map(wholeOf), said.remote_id, said.id];
  const names = namesIn(name) ?? namesShown(standIns.includes(textOf('FN')) ? '' : textOf('FN'));
  const kind = KINDS.map(textOf).find((text) => text !== '') ?? '';
  return {
    fault: faultOf(card, kind),
    values: Object.fromEntries(Object.entries({ ...said, ...names }).filter(([, text]) => text !== '')),
    isLossy: [...read.values()].flat().some((value) => value.isLossy),
    others: [...others, ...(emails.length > 1 ? ['EMAIL'] : []), ...(hasMore(name) ? ['N'] : [])],
  };
}

type Names = { readonly first_name: string; readonly last_name: string };

function namesIn(name: CardValue | undefined): Names | undefined {
  const [last_name = '', first_name = ''] = name?.parts ?? [];
  return last_name === '' && first_name === '' ? undefined : { first_name, last_name };
}

const hasMore = (name: CardValue | undefined): boolean =>
  name !== undefined && name.parts.slice(2).some((part) => part.trim() !== '');

/** The last word of a name that is shown is the last name. */
function namesShown(shown: string): Names {
  const name = shown.trim();
  const at = name.lastIndexOf(' ');
  return { first_name: name.slice(0, Math.max(at, 0)).trim(), last_name: name.slice(at + 1) };
}

/** The value that is preferred most (`PREF=1` of version 4.0, `PREF` among the types before), else the first. */
const preferredOf = (values: readonly CardValue[]): CardValue | undefined =>
  [...values].sort((a, b) => rankOf(a) - rankOf(b))[0];

const LAST_RANK = 101;

function rankOf({ parameters }: CardValue): number {
  const [rank] = parameters.flatMap((one) => /^PREF="?(\d{1,3})/u.exec(one)?.[1] ?? []);
  if (rank !== undefined) return Number(rank);
  return parameters.some((one) => /^(?:TYPE="?(?:[^"]*,)?)?PREF(?:[,"]|$)/u.test(one)) ? 1 : LAST_RANK;
}
