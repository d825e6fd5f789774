import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Encoding, RowFault } from '#shared/model/import.ts';
import { unguard } from '../../../../src/main/transfer/formula-guard.ts';
import { encodingOf } from '../../../../src/main/transfer/read-table.ts';
import { readVcards, type CardTable } from '../../../../src/main/transfer/read-vcards.ts';

type Read = Pick<CardTable, 'encoding' | 'isLossy' | 'others'> & {
  /** What each card says, or why it cannot be read. */
  readonly cards: readonly (Readonly<Record<string, string>> | RowFault)[];
};

function read(content: string | Buffer, wanted?: Encoding): Read {
  const bytes = Buffer.from(content as string);
  const found = encodingOf(bytes);
  if (found === undefined) throw new Error('This is no text.');
  const table = readVcards(bytes, { found, wanted });
  if (!table.ok) throw new Error(`There is nothing to read: ${table.failure}`);
  const { columns, rows, ...rest } = table.value;
  const cards = rows.map(({ cells, fault }) => {
    const said = columns.map((target, at): [string, string] => [target, unguard(cells[at] ?? '')]);
    return fault ?? Object.fromEntries(said.filter(([, text]) => text !== ''));
  });
  return { ...rest, cards };
}

/** A card of these lines. */
const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

/** What is read of one card of these lines. */
const readOne = (...lines: string[]): Read['cards'][number] | undefined => read(card(...lines)).cards[0];

describe('names', () => {
  test.each([
    ['4.0', 'N:Groß;Zoë;;;', { last_name: 'Groß', first_name: 'Zoë' }],
    ['3.0', 'n;charset=utf-8:Groß;Zoë', { last_name: 'Groß', first_name: 'Zoë' }],
    [
      '4.0',
      String.raw`N:Doe\; Ltd\, Sons;A\\B\nC;;;`,
      { last_name: 'Doe; Ltd, Sons', first_name: 'A\\B\nC' },
    ],
    ['3.0', 'N:Müller, Dr.;Hans', { last_name: 'Müller, Dr.', first_name: 'Hans' }],
    ['2.1', String.raw`N:a\nb\;c;C:\dir`, { last_name: String.raw`a\nb;c`, first_name: String.raw`C:\dir` }],
    ['4.0', 'N:Only;;;;', { last_name: 'Only' }],
    ['4.0', 'N:Doe\\', { last_name: 'Doe\\' }],
  ])('of version %s: %s', (version, line, names) => {
    expect(readOne(`VERSION:${version}`, 'FN:Somebody Else', line)).toEqual(names);
  });

  test.each([
    [['FN:Mary Ann Evans'], { first_name: 'Mary Ann', last_name: 'Evans' }],
    [['FN:Plato'], { last_name: 'Plato' }],
    [['FN:Mary Evans', 'N:;;;;'], { first_name: 'Mary', last_name: 'Evans' }],
    [['FN:a@b.example', 'N:;;;;', 'EMAIL:a@b.example'], { email: 'a@b.example' }],
    [['FN:77', 'N:;;;;', 'X-SSO-GUID:77'], { remote_id: '77' }],
    [['FN:'], {}],
  ])('are taken from what is shown where there are none: %j', (lines, said) => {
    expect(readOne('VERSION:4.0', ...lines)).toEqual(said);
  });
});

describe('the e-mail is the preferred one, else the first', () => {
  test.each([
    ['the first', ['EMAIL:a@x', 'EMAIL:b@x']],
    ['PREF=1', ['EMAIL:b@x', 'EMAIL;TYPE=home;PREF=1:a@x']],
    ['the smaller PREF', ['EMAIL;PREF=20:b@x', 'EMAIL;PREF="3":a@x']],
    ['TYPE=pref', ['EMAIL:b@x', 'EMAIL;TYPE=INTERNET,pref:a@x']],
    ['a list in quotes', ['EMAIL:b@x', 'EMAIL;TYPE="home,PREF":a@x']],
    ['a type of version 2.1', ['EMAIL;INTERNET:b@x', 'EMAIL;PREF;INTERNET:a@x']],
    ['none that is empty', ['EMAIL;PREF=1:', 'EMAIL:a@x']],
    ['a group', ['item1.EMAIL;type=INTERNET;type=pref:a@x', 'item1.X-ABLabel:Work', 'item2.email:b@x']],
    ['a parameter with a colon and a semicolon', ['EMAIL;X-A="x:y;PREF=1":b@x', 'EMAIL;PREF=1:a@x']],
    ['no name that only begins so', ['EMAIL;X-PREFER=1:a@x', 'EMAIL;TYPE=PREFIX:b@x']],
  ])('%s', (_, lines) => {
    const { cards } = read(card('VERSION:4.0', 'N:A', ...lines));
    expect(cards[0]).toMatchObject({ email: 'a@x' });
  });
});

test.each([
  ['KIND:group', 'group'],
  ['kind: Group ', 'group'],
  ['X-ADDRESSBOOKSERVER-KIND:group', 'group'],
  ['KIND:individual', { last_name: 'Team' }],
  ['KIND:', { last_name: 'Team' }],
])('a card of a group is none of a person: %s', (line, said) => {
  const { cards, others } = read(card('VERSION:4.0', line, 'FN:Team', 'MEMBER:urn:uuid:x') + card('N:Ann'));
  expect(cards).toEqual([said, { last_name: 'Ann' }]);
  expect(others).toEqual(['MEMBER']);
});

test('our own properties, and the id that an export writes', () => {
  expect(
    readOne(
      'VERSION:4.0',
      'UID:urn:uuid:6d0c3b9e-0d6c-4a57-9f0e-1c2b3a4d5e6f',
      'N:A;B',
      'X-SSO-GUID:7',
      'X-PRIMARY:true',
      'X-LAST-DOWNLOAD:2026-01-01',
    ),
  ).toEqual({
    id: '6d0c3b9e-0d6c-4a57-9f0e-1c2b3a4d5e6f',
    last_name: 'A',
    first_name: 'B',
    remote_id: '7',
    primary: 'true',
    last_download: '2026-01-01',
  });
  expect(readOne('UID:of-a-phone', 'N:A')).toEqual({ last_name: 'A' });
});

test('what has no field is named once, the card’s own affairs are not', () => {
  const { others } = read(
    card('VERSION:3.0', 'PRODID:x', 'REV:x', 'UID:x', 'FN:A', 'N:A;B;Middle;Dr.', 'TEL:1', 'item1.ADR:;;x') +
      card('N:A', 'tel;cell:2', 'X-ABLabel:x', 'EMAIL:a', 'EMAIL:b', `X-${'A'.repeat(90)}:1`),
  );
  expect(others).toEqual(['TEL', 'ADR', 'N', 'X-ABLABEL', `X-${'A'.repeat(38)}…`, 'EMAIL']);
});

describe('lines', () => {
  const lines = ['VERSION:3.0', 'EMAIL;TYPE=work:zoë@example.com', 'N:Großmüller;Zoë Ann'];
  const said = { email: 'zoë@example.com', last_name: 'Großmüller', first_name: 'Zoë Ann' };

  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
    ['blank ones between', '\r\n\r\n \r\n'],
  ])('end with %s', (_, end) => {
    const text = ['BEGIN:VCARD', ...lines, 'END:VCARD'].join(end);
    expect(read(`${text}${end}`).cards).toEqual([said]);
    expect(read(text).cards).toEqual([said]);
  });

  test('say the same wherever they are folded, within a letter too', () => {
    const bytes = Buffer.from(card(...lines));

    const inLine = fc.integer({ min: 26, max: bytes.length - 13 });
    fc.assert(
      fc.property(fc.uniqueArray(inLine, { maxLength: 20 }), fc.constantFrom(' ', '\t'), (at, white) => {
        const cuts = [...at]
          .filter((one) => bytes[one] !== 0x0d && bytes[one - 1] !== 0x0a)
          .sort((a, b) => a - b);
        const pieces = [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index]));
        const folded = pieces.flatMap((piece, index) =>
          index === 0 ? [piece] : [Buffer.from(`\r\n${white}`), piece],
        );
        expect(read(Buffer.concat(folded)).cards).toEqual([said]);
      }),
      { numRuns: 500 },
    );
  });

  test('of version 2.1 keep the white space that they are folded at', () => {
    expect(readOne('VERSION:2.1', 'N:Groß;Zoë\r\n Ann')).toEqual({
      last_name: 'Groß',
      first_name: 'Zoë Ann',
    });
  });

  test('that are none belong to the one before, and leave a card out where something is taken of that', () => {
    expect(readOne('N:A;B', 'NOTE:two', 'lines')).toEqual({ last_name: 'A', first_name: 'B' });
    expect(readOne('N:A;B', 'torn', 'NOTE:x')).toBe('broken-line');
    expect(readOne('garbage', 'N:A;B')).toBe('broken-line');
  });

  test('may be very long', () => {
    const long = 'x'.repeat(10_000);
    expect(readOne(`N:${long};B`, `PHOTO:${'A'.repeat(3_000_000)}`)).toEqual({
      last_name: long,
      first_name: 'B',
    });
    expect(readOne(`;${'"'.repeat(20_001)}`, 'N:A')).toBe('broken-line');
    expect(readOne('N:A', `X${';a="b'.repeat(100_000)}`)).toBe('broken-line');
  });
});

describe('encodings', () => {
  const umlauts = card('VERSION:3.0', 'N:Groß;Jörg');
  const said = [{ last_name: 'Groß', first_name: 'Jörg' }];

  test.each([
    ['utf-8', Buffer.from(umlauts)],
    ['utf-8', Buffer.from(`\u{FEFF}${umlauts}`)],
    ['windows-1252', Buffer.from(umlauts, 'latin1')],
    ['utf-16le', Buffer.from(`\u{FEFF}${umlauts}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\u{FEFF}${umlauts}`, 'utf16le').swap16()],
  ])('%s', (encoding, bytes) => {
    expect(read(bytes)).toMatchObject({ encoding, isLossy: false, cards: said });
  });

  test('a wrong one is told', () => {
    expect(read(Buffer.from(umlauts, 'latin1'), 'utf-8').isLossy).toBe(true);
  });

  const quoted = 'N;ENCODING=QUOTED-PRINTABLE';
  test.each([
    ['UTF-8', `${quoted};CHARSET=UTF-8:Gro=C3=9F;J=C3=B6rg`],
    ['a bare parameter', 'N;QUOTED-PRINTABLE:Gro=C3=9F;J=c3=b6rg'],
    ['a charset of its own', `N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gro=DF;J=F6rg`],
    ['no charset', `${quoted}:Gro=DF;J=F6rg`],
    ['an unknown charset', `${quoted};CHARSET=KLINGON:Gro=C3=9F;J=C3=B6rg`],
    ['lines that go on', `${quoted};CHARSET=UTF-8:Gro=C3=\r\n=9F;J=C3=B6=\r\nrg`],
    ['a letter that needs no code', `${quoted}:Gro=C3=9F;J\u{F6}rg`],
    ['base 64', `N;ENCODING=B;CHARSET=UTF-8:${Buffer.from('Groß;Jörg').toString('base64')}`],
  ])('quoted-printable with %s', (_, line) => {
    const bytes = Buffer.from(card('VERSION:2.1', line).replace('\u{F6}', '=C3=B6'), 'latin1');
    expect(read(bytes)).toMatchObject({ isLossy: false, cards: said });
  });

  test('each line may have its own', () => {
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:'),
      Buffer.from('8e52935c', 'hex'),
      Buffer.from(';\r\nEMAIL:a@b\r\nEND:VCARD\r\n'),
    ]);
    expect(read(bytes).cards).toEqual([{ last_name: '山貼', email: 'a@b' }]);
  });

  test('what is no letter is told, a NUL as well', () => {
    expect(read(card('VERSION:2.1', `${quoted};CHARSET=UTF-8:=FF`)).isLossy).toBe(true);
    expect(read(card('VERSION:2.1', `${quoted}:A=00`))).toMatchObject({
      isLossy: true,
      cards: [{ last_name: 'A\u{FFFD}' }],
    });
  });
});

describe('cards', () => {
  const ann = card('N:Ann');
  const bob = card('N:Bob');
  const isAnn = { last_name: 'Ann' };
  const isBob = { last_name: 'Bob' };

  test.each([
    ['that are not closed', 'BEGIN:VCARD\nN:Eve\n', ['not-whole', isAnn]],
    ['that were not opened', 'N:Eve\nEND:VCARD\n', ['not-whole', isAnn]],
    ['that are only text', 'Dear all,\nhere they are:\n', ['not-whole', isAnn]],
    [
      'whose END has a line of its own kind',
      'BEGIN:VCARD\nN;QUOTED-PRINTABLE:E=\nEND:VCARD\n',
      ['not-whole', isAnn],
    ],
    ['with nothing in them', 'BEGIN:VCARD\nEND:VCARD\n', [{}, isAnn]],
    ['in small letters', 'begin:vcard\nn:Bob\nend:vcard  \n', [isBob, isAnn]],
  ])('%s', (_, before, cards) => {
    expect(read(`${before}${ann}`).cards).toEqual(cards);
  });

  test('the last one may lack its end', () => {
    expect(read(`${ann}BEGIN:VCARD\nN:Bob`).cards).toEqual([isAnn, 'not-whole']);
  });

  test.each([
    ['AGENT:', card('AGENT:', 'BEGIN:VCARD', 'N:Eve', 'END:VCARD', 'N:Bob')],
    ['AGENT:BEGIN', card('AGENT:BEGIN:VCARD', 'N:Eve', 'END:VCARD', 'N:Bob')],
    ['an agent of an agent', card('N:Bob', 'AGENT:', card('N:Eve', 'AGENT:', ann.trim()).trim())],
  ])('an agent within a card is none of it: %s', (_, text) => {
    expect(read(`${text}${ann}`)).toMatchObject({ cards: [isBob, isAnn], others: ['AGENT'] });
  });

  test('an agent without its end takes no other card with it', () => {
    expect(read(card('N:Eve', 'AGENT:', 'BEGIN:VCARD', 'N:X') + ann + bob).cards).toEqual([
      'not-whole',
      isAnn,
      isBob,
    ]);
  });

  test('a file without a card has none', () => {
    for (const text of ['First name;Last name\n', '{"fn":"Ann"}', 'END:VCARD\n', ' ']) {
      const found = 'utf-8';
      expect(readVcards(Buffer.from(text), { found, wanted: undefined })).toEqual({
        ok: false,
        failure: 'no-card',
      });
    }
  });
});

test('whatever stands between two cards, both are read', () => {
  const pieces =
    'BEGIN:VCARD\n|END:VCARD\n|AGENT:\n|N:a;b\n|EMAIL;PREF:|=\n|N;QUOTED-PRINTABLE:=|\n| |\t|:|;|"|\\|\r|,|x|ü|\u{FEFF}|=C3|VERSION:2.1\n|N;CHARSET=x:';
  const between = fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 60 });
  fc.assert(
    fc.property(between, (given) => {
      const text = `BEGIN:VCARD\nN:First\nEND:VCARD\nX:${given.join('')}\nEND:VCARD\nBEGIN:VCARD\nN:Last\nEND:VCARD\n`;
      const { cards } = read(text);
      expect(cards[0]).toEqual({ last_name: 'First' });
      expect(cards.at(-1)).toEqual({ last_name: 'Last' });
    }),
    { numRuns: 1000 },
  );
});
