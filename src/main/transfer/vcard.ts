import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';

/** The longest line in bytes, its end not counted (RFC 6350 §3.2). */
const LONGEST = 75;

const textOf = (value: FieldValue): string => (value === null ? '' : String(value));

/** Writes a text so that it is one value (RFC 6350 §3.4). */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(',', String.raw`\,`)
    .replaceAll(';', String.raw`\;`)
    .replaceAll(/\r\n|\r|\n/gu, String.raw`\n`);

/** Breaks a line where it has as many bytes as a line may have; no letter is taken apart. */
function folded(line: string): string {
  let text = '';
  let length = 0;
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter);
    if (length + bytes > LONGEST) {
      text += '\r\n ';
      length = 1;
    }
    text += letter;
    length += bytes;
  }
  return text;
}

/** One record as a vCard 4.0. The SSO GUID and the flag have properties of their own; what is not there is left out. */
export function vcardOf({ id, values, updatedAt }: RecordRow): string {
  const [first, last, email, guid] = ['first_name', 'last_name', 'email', 'remote_id'].map((field) =>
    textOf(valueOf(values, field)),
  ) as [string, string, string, string];
  const primary = textOf(valueOf(values, 'primary'));
  const changed = updatedAt === undefined ? NaN : Date.parse(updatedAt);
  const optional = (name: string, text: string): string[] =>
    text === '' ? [] : [`${name}:${escaped(text)}`];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${escaped(`urn:uuid:${id}`)}`,
    // Every vCard has a name to show; where the record has none, what else tells it apart stands in.
    `FN:${escaped([keyAccounts.label(values), email, guid, id].find((text) => text !== '') ?? id)}`,
    `N:${escaped(last)};${escaped(first)};;;`,
    ...optional('EMAIL', email),
    ...optional('X-SSO-GUID', guid),
    ...optional('X-PRIMARY', primary),
    ...optional('X-LAST-DOWNLOAD', textOf(valueOf(values, 'last_download'))),
    ...(Number.isNaN(changed)
      ? []
      : [`REV:${new Date(changed).toISOString().replaceAll(/[-:]|\.\d+/gu, '')}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
