import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { vcardOf } from '../../../../src/main/transfer/vcard.ts';

const rowOf = (values: RecordRow['values']): RecordRow => ({
  id: RecordId.parse('6d0c3b9e-0d6c-4a57-9f0e-1c2b3a4d5e6f'),
  values,
  state: 'clean',
  isNew: false,
  updatedAt: '2026-11-20T10:00:00.000Z',
  createdAt: '2021-11-23T15:37:00.000Z',
});

/** Reads a vCard by RFC 6350: lines unfolded, then each value taken apart at what is not escaped. */
function readCard(text: string): Map<string, string[]> {
  const lines = text
    .replaceAll(/\r\n[ \t]/gu, '')
    .split('\r\n')
    .slice(0, -1);
  return new Map(
    lines.map((line): [string, string[]] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), partsOf(line.slice(colon + 1))];
    }),
  );
}

function partsOf(value: string): string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at += 1) {
    const letter = value.charAt(at);
    if (letter === ';') parts.push('');
    else if (letter === '\\') {
      at += 1;
      parts.push((parts.pop() ?? '') + (value.charAt(at) === 'n' ? '\n' : value.charAt(at)));
    } else parts.push((parts.pop() ?? '') + letter);
  }
  return parts;
}

test('a person becomes a vCard 4.0', () => {
  const card = vcardOf(
    rowOf({
      first_name: 'Zoë',
      last_name: 'Groß; Ltd',
      email: 'zoe@example.com',
      primary: true,
      remote_id: 7,
    }),
  );
  expect(card.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'UID:urn:uuid:6d0c3b9e-0d6c-4a57-9f0e-1c2b3a4d5e6f',
    String.raw`FN:Zoë Groß\; Ltd`,
    String.raw`N:Groß\; Ltd;Zoë;;;`,
    'EMAIL:zoe@example.com',
    'X-SSO-GUID:7',
    'X-PRIMARY:true',
    'REV:20261120T100000Z',
    'END:VCARD',
    '',
  ]);
});

test('a record without a name has one to show all the same', () => {
  expect(vcardOf(rowOf({ email: 'no@name.example' }))).toContain('FN:no@name.example\r\n');
});

test('every text is read back as it was, and no line has more than 75 bytes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('\\', ',', ';', ':', '\n', ' ', 'ü', '👩‍👩‍👧', 'א', 'a'), maxLength: 200 }),
  );
  const plain = text.map((one) => one.replaceAll('\r', ''));
  fc.assert(
    fc.property(plain, plain, plain, (first_name, last_name, email) => {
      const card = vcardOf(rowOf({ first_name, last_name, email }));
      for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const read = readCard(card);
      expect(read.get('N')).toEqual([last_name, first_name, '', '', '']);
      expect(read.get('EMAIL') ?? ['']).toEqual([email]);
    }),
    { numRuns: 1000 },
  );
});
