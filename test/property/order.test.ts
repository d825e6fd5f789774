import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import type { SortKey } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { listRecords } from '../../src/main/database/record-list.ts';
import { samplePerson } from '../../src/service/sample/sample-people.ts';
import { openTestCopy, receive, remoteRecord } from '../support/local-copy.ts';

/** What a person expects, as far as letters go: accents and capitals decide nothing. */
const collators = ['en', 'de'].map((locale) => new Intl.Collator(locale, { sensitivity: 'base' }));

/** What a list that is ordered by a field is read by. */
const textsBy = {
  name: (values) => keyAccounts.label(values).trim(),
  first_name: (values) => String(values['first_name'] ?? ''),
  last_name: (values) => String(values['last_name'] ?? ''),
  email: (values) => String(values['email'] ?? ''),
} as const satisfies Partial<Record<SortKey, (values: Values) => string>>;

type By = keyof typeof textsBy;

/** The texts of people in the order in which the list shows them; those without one are behind all others. */
function listed(people: readonly Values[], by: By): string[] {
  const db = openTestCopy();
  db.transaction(() => {
    for (const person of people) receive(db, remoteRecord(person));
  });
  const sort = { by, direction: 'ascending' } as const;
  const { rows } = listRecords(db, keyAccounts, {
    search: '',
    filters: [],
    sort,
    offset: 0,
    limit: people.length + 1,
  });
  const texts = rows.map(({ values }) => textsBy[by](values));
  const empty = texts.findIndex((text) => text.trim() === '');
  if (empty === -1) return texts;
  expect(texts.slice(empty).every((text) => text.trim() === '')).toBe(true);
  return texts.slice(0, empty);
}

/** The neighbours that a collator would have the other way round. */
const swapped = (texts: readonly string[]): string[][] =>
  texts.flatMap((text, place) => {
    const next = texts[place + 1] ?? text;
    return collators.some((collator) => collator.compare(text, next) > 0) ? [[text, next]] : [];
  });

const LATIN =
  'abcdefghijklmnopqrstuvwxyzABCXYZàÁâãäÅāăąçĆčďđĐèÉêëĕěęğģìÍîïīĩķłŁľñŃňòÓôõöøØőŕřśŞšșßťțùÚûüůűūųŵýŷźŻžæÆœạếộữ';

const alphabets = {
  'Latin with blanks, digits and hyphens': `${LATIN} -0123456789`,
  'Latin with apostrophes': `${LATIN} '’`,
  'Latin with full stops': `${LATIN} .`,
  Greek: 'αβγδεζηθικλμνξοπρστυφχψωΑΒΓΆΈΉάέήίόύώϊϋ ',
  Russian: 'абвгдежзиклмнопрстуфхцчшщъыьэюяАБВЯё ',
  Hebrew: 'אבגדהוזחטיכלמנסעפצקרשת ',
  Arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي ',
  Hiragana: 'あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただはばぱまみむめもやゆよらりるれろわん',
  Hangul:
    '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모남궁',
} as const;

describe('the list is ordered as a collator orders it, accents and capitals aside', () => {
  test.each(Object.entries(alphabets))('%s', (_name, letters) => {
    const text = fc.option(fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength: 6 }), {
      nil: null,
    });
    const people = fc.array(fc.record({ first_name: text, last_name: text }), {
      minLength: 20,
      maxLength: 60,
    });
    fc.assert(
      fc.property(people, (some) => {
        for (const by of ['name', 'first_name', 'last_name'] as const)
          expect(swapped(listed(some, by)), by).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('e-mail addresses of letters, full stops and hyphens', () => {
    const part = fc.string({
      unit: fc.constantFrom(...Array.from('abcxyzABC.-')),
      minLength: 1,
      maxLength: 5,
    });
    const email = fc.tuple(part, part).map(([name, host]) => `${name}@${host}`);
    fc.assert(
      fc.property(fc.array(fc.record({ email }), { minLength: 20, maxLength: 60 }), (some) => {
        expect(swapped(listed(some, 'email'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('the alphabets one after the other', () => {
    const names = ['10', 'Zoë', 'Ωνάσης', 'Яна', 'Հակոբյան', 'תמר', 'وليد', 'प्रिया', '김', 'わたなべ', '王'];
    const people = names.map((last_name) => ({ last_name }));
    expect(listed(people.toReversed(), 'last_name')).toEqual(names);
    expect(swapped(names)).toEqual([]);
  });

  test('the sample people, but for those whose letters the decision names', () => {
    const people = Array.from({ length: 1200 }, (_, index): Values => samplePerson(7, index).attributes);
    for (const by of ['name', 'first_name', 'last_name'] as const) {
      const plain = people.filter((values) => !NAMED.test(textsBy[by](values)));
      expect(plain.length).toBeGreaterThan(900);
      expect(swapped(listed(plain, by)), by).toEqual([]);
    }
  });
});

/** What docs/adr/0014 says is in another place than a collator has it; !, ʻ and ־ are signs beside a hyphen or an apostrophe. */
const NAMED = /[þıйіїєґђјљњћџ!ʻ־\p{Script=Georgian}]|['’].*-|-.*['’]/iu;

describe('the list is ordered otherwise than by a collator, as docs/adr/0014 says', () => {
  test.each([
    ['an apostrophe before a hyphen and a full stop', "O'Brien", 'O-Brien'],
    ['Þ as th', 'Þóra', 'Ulla'],
    ['ı as i', 'Kılıç', 'Kimya'],
    ['й as и', 'Йов', 'Ищенко'],
    ['і and ї behind я', 'Яна', 'Іван'],
    ['є behind я', 'Яна', 'Євген'],
    ['ґ behind я', 'Яна', 'Ґонта'],
    ['ђ behind я', 'Яна', 'Ђорђе'],
    ['ј behind я', 'Яна', 'Јован'],
    ['ŋ and ħ behind z', 'Zoe', 'Ħalim'],
    ['katakana behind hiragana', 'わたなべ', 'アキ'],
    ['no vowel signs of Devanagari', 'रूक', 'राम'],
    ['Georgian behind Arabic', 'وليد', 'გიორგი'],
  ])('%s', (_what, first, second) => {
    expect(listed([{ last_name: second }, { last_name: first }], 'last_name')).toEqual([first, second]);
    expect(swapped([first, second])).toHaveLength(1);
  });

  test.each([
    ['a digit before @', 'anna1@north.example', 'anna@north.example'],
    ['an underscore behind digits', 'anna1@north.example', 'anna_b@north.example'],
    ['a letter with an accent behind z', 'zoe@north.example', 'ägir@north.example'],
  ])('in e-mail addresses: %s', (_what, first, second) => {
    expect(listed([{ email: second }, { email: first }], 'email')).toEqual([first, second]);
    expect(swapped([first, second])).toHaveLength(1);
  });
});
