import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '#shared/language/language.ts';
import { StorageProblemKind } from '#shared/model/app-state.ts';
import type { BackUp, Salvaged } from '#shared/model/storage.ts';
import {
  foundText,
  reportText,
  restoreMeans,
  storageText,
} from '../../../src/renderer/storage-problem/storage-text.ts';
import { contentText, unsentText } from '../../../src/renderer/ui/storage-words.ts';

beforeEach(() => {
  setLocale({ language: 'en', formats: 'en-GB' });
});

test.each(StorageProblemKind.options)('%s is told in three plain parts', (kind) => {
  const { happened, meaning, next } = storageText(kind);
  expect(happened.split(/\s+/u).length).toBeLessThanOrEqual(20);
  for (const sentence of [happened, meaning, next]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
});

const nothing: Salvaged = { records: 9, changes: 0, created: 0, decisions: 0, lost: [], unreadablePages: 0 };
const some: Salvaged = { ...nothing, changes: 3, created: 1, decisions: 2 };

test('what was found is counted in words', () => {
  expect(unsentText(some)).toBe('3 unsent changes, 1 new record and 2 open decisions');
  expect(foundText('corrupt', some)).toBe(
    'Found in the file: 3 unsent changes, 1 new record and 2 open decisions.',
  );
  expect(foundText('missing', nothing)).toBe('No unsent changes were found beside it.');
  expect(foundText('corrupt', { ...nothing, unreadablePages: 2 })).toBe(
    'No unsent changes were found in the file. Parts of the file could not be read.',
  );
  expect(foundText('corrupt', { ...some, decisions: 0, lost: ['a'] })).toBe(
    'Found in the file: 3 unsent changes and 1 new record. 1 unsent change could not be read.',
  );
});

test('what was done is told with what could not be', () => {
  expect(reportText(undefined)).toBe('The local copy is used as it is.');
  expect(reportText({ ...some, created: 0, decisions: 0, unreadablePages: 1 })).toBe(
    'Put back: 3 unsent changes. Changes are sent like any other. Parts of the file could not be read.',
  );
});

test('a back-up is told by how much is in it', () => {
  const backUp: BackUp = {
    number: 1,
    at: '',
    why: 'daily',
    records: 12_480,
    unsent: 3,
    decisions: 0,
    progress: 1,
  };
  expect(contentText(backUp)).toBe('12,480 records, 3 of them unsent');
  expect(restoreMeans({ ...backUp, unsent: 0 }, nothing)).toBe(
    '12,480 records as they were then. The server sends what is newer.',
  );
});
