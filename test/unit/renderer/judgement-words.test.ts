import { beforeEach, describe, expect, test } from 'vitest';
import { setLocale } from '#shared/language/language.ts';
import { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { duplicateMeaning, duplicateSentence } from '../../../src/renderer/key-accounts/duplicate-words.ts';
import { goneSentence, words } from '../../../src/renderer/ui/record/missing-words.ts';
import { historyWords, stateNote } from '../../../src/renderer/ui/record/record-words.ts';
import { HistoryKind } from '#shared/model/record.ts';

const detail = (change: Partial<RecordDetail>): RecordDetail => ({
  id: RecordId.parse('r1'),
  values: {},
  state: 'unknown',
  isNew: false,
  updatedAt: undefined,
  confirmedAt: undefined,
  base: {},
  createdAt: undefined,
  storedAt: undefined,
  editedAt: undefined,
  sentWithoutAnswerAt: '2026-11-21T13:58:00Z',
  attention: undefined,
  openDecisions: [],
  judgement: undefined,
  isTakenBack: false,
  possibleDuplicates: [],
  lastEdit: undefined,
  historyCount: 0,
  ...change,
});

describe('a record that the server no longer has', () => {
  test('says since when, as far as that is known', () => {
    expect(goneSentence(new Date().toISOString())).toMatch(
      /no longer has this record \(seen today \d\d[.:]\d\d/u,
    );
    expect(goneSentence(undefined)).toBe('The server no longer has this record.');
  });

  test('says what it means for unsent changes', () => {
    expect(words.goneMeans({ unsent: 0 })).toMatch(/^Nothing was removed here\. What/u);
    expect(words.goneMeans({ unsent: 1 })).toContain('Your 1 unsent change is kept here and is not sent.');
    expect(words.goneMeans({ unsent: 2 })).toContain('Your 2 unsent changes are kept here and are not sent.');
  });

  test('counts what goes with it when it is taken out of the list', () => {
    expect(words.hideMeans({ unsent: 0 })).toBe('It leaves your list. The decision log leads back to it.');
    expect(words.hideMeans({ unsent: 1 })).toContain('with your 1 unsent change; nothing of it is sent.');
    expect(words.hideMeans({ unsent: 2 })).toContain('with your 2 unsent changes; nothing of it is sent.');
    expect(words.hiddenNow({ unsent: 2 })).toBe('Taken out of the list with your 2 unsent changes');
  });

  test('is not said to be checked for an answer', () => {
    expect(stateNote(detail({}), 0)).toMatch(/without an answer, checked first/u);
    expect(stateNote(detail({ state: 'missing' }), 0)).toBe('');
  });
});

describe('what stands beside the state', () => {
  const at = new Date(2025, 10, 3, 13, 58).toISOString();
  beforeEach(() => {
    setLocale({ language: 'en', formats: 'en-GB' });
  });

  test('has the day of what was not today', () => {
    const edited = { editedAt: at, sentWithoutAnswerAt: undefined };
    expect(stateNote(detail({ sentWithoutAnswerAt: at }), 0)).toBe(
      'Sent on 3 Nov 2025 at 13:58 without an answer, checked first.',
    );
    expect(stateNote(detail(edited), 2)).toBe('2 fields · edited on 3 Nov 2025 at 13:58');
    expect(stateNote(detail({ ...edited, isNew: true }), 0)).toBe('New · made on 3 Nov 2025 at 13:58');
    expect(duplicateMeaning(true, at)).toMatch(/^It was sent on 3 Nov 2025 at 13:58, but no answer came/u);
  });

  test('has no time where none is known', () => {
    expect(stateNote(detail({ sentWithoutAnswerAt: undefined }), 2)).toBe('2 fields');
  });
});

describe('a possible duplicate', () => {
  test('of a new record says that it is not sent again before the answer', () => {
    expect(duplicateSentence(true, 1)).toBe('A record on the server looks like this one.');
    expect(duplicateSentence(true, 2)).toBe('2 records on the server look like this one.');
    expect(duplicateMeaning(true, '2026-11-21T13:58:00Z')).toMatch(
      /not sent again until you say\. If it is one of these/u,
    );
  });

  test('on the server says that the app removes nothing', () => {
    expect(duplicateSentence(false, 1)).toBe('This record may be on the server twice.');
    expect(duplicateMeaning(false, undefined)).toContain('Nothing is removed by this app');
  });

  test('is not said to be checked, for the person is asked', () => {
    const other = { id: RecordId.parse('r2'), label: '', values: {} };
    const doubtful = detail({ isNew: true, state: 'needs-attention', possibleDuplicates: [other] });
    expect(stateNote(doubtful, 0)).toBe('New');
  });
});

test('every kind of line in the history has words of its own', () => {
  const all = HistoryKind.options.map((kind) => historyWords[kind]);
  expect(new Set(all).size).toBe(HistoryKind.options.length);
  expect(all.every((text) => /^\p{Lu}/u.test(text))).toBe(true);
});
