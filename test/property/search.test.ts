import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { fold } from '#shared/model/fold.ts';
import type { ListQuery } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { listRecords } from '../../src/main/database/record-list.ts';
import { indexSome } from '../../src/main/database/search-index.ts';
import { openTestCopy, receive, remoteRecord } from '../support/local-copy.ts';

// Half an emoji is none: no person can type it, and no text in the copy has it.
const letter = fc.constantFrom(...Array.from('aàbøßİłé"\'’%_-@.1 \n\0漢😀٣'));
const text = fc.option(fc.string({ unit: letter, maxLength: 8 }), { nil: null });
const person = fc.record({ first_name: text, last_name: text, email: text, remote_id: text });
/** Somebody who comes, is edited, and how many records are indexed after that. */
const happening = fc.record({ before: person, after: person, indexed: fc.nat({ max: 3 }) });

const searchedText = (values: Values): string =>
  keyAccounts
    .searched(values)
    .map((part) => fold(String(part ?? '')))
    .join('\n');

/** What a person who looks at every word finds. */
const plainlyFound = (texts: ReadonlyMap<string, string>, search: string): string[] => {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  return [...texts].filter(([, whole]) => words.every((word) => whole.includes(word))).map(([id]) => id);
};

function found(db: WritableDb, search: string): string[] {
  const query: ListQuery = {
    search,
    filters: [],
    sort: { by: 'name', direction: 'ascending' },
    offset: 0,
    limit: 50,
  };
  const { rows, total } = listRecords(db, keyAccounts, query);
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => id);
}

/** Parts of what is there, from anywhere in it, so that most searches find something. */
const partsOf = (whole: string): string[] => {
  const letters = Array.from(whole);
  return [letters.slice(0, 4), letters.slice(1, 3), letters.slice(2, 9)].map((part) => part.join(''));
};

test('a search finds the records that a plain look at every word finds, whatever of them is indexed', () => {
  const searches = fc.array(fc.string({ unit: letter, maxLength: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 8 }), searches, (people, more) => {
      const db = openTestCopy();
      const texts = new Map<string, string>();
      for (const { before, after, indexed } of people) {
        const { id } = remoteRecord(before);
        receive(db, remoteRecord(before, { id, second: 1 }));
        indexSome(db, indexed);
        receive(db, remoteRecord(after, { id, second: 2 }));
        texts.set(id, searchedText(after));
      }
      const asked = [...more, ...[...texts.values()].flatMap(partsOf)];
      for (const mostAtOnce of [0, 100]) {
        indexSome(db, mostAtOnce);
        for (const search of asked)
          expect(found(db, search).toSorted(), search).toEqual(plainlyFound(texts, search).toSorted());
      }
    }),
    { numRuns: 60 },
  );
});
