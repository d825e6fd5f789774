import { beforeEach, describe, expect, test } from 'vitest';
import { setLocale } from '#shared/language/language.ts';
import { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { QUIET, waitBeforeSaying, type Sayable } from '../../../src/renderer/shell/announce.ts';
import { bannerOf } from '../../../src/renderer/shell/banner-text.ts';
import { lastSyncText, progressText, statusSentence } from '../../../src/renderer/shell/words.ts';
import { statusWith } from '../../support/sync-status.ts';

const counts = (waiting: number, decisions = 0, attention = 0, aside = 0): SyncStatus['counts'] => ({
  total: 10,
  waiting,
  decisions,
  attention,
  missing: 0,
  aside,
});

const state = (sentence: string): Sayable => ({ sentence, isUnderWay: false });

describe('the live region', () => {
  test('speaks at once, then at most once in ten seconds', () => {
    expect(waitBeforeSaying(state('a'), undefined, 0)).toBe(0);
    expect(waitBeforeSaying(state('b'), { sentence: 'a', at: 0 }, 4000)).toBe(QUIET - 4000);
    expect(waitBeforeSaying(state('b'), { sentence: 'a', at: 0 }, QUIET)).toBe(0);
  });

  test('says nothing twice in a row', () => {
    expect(waitBeforeSaying(state('a'), { sentence: 'a', at: 0 }, 99_000)).toBeUndefined();
  });

  test('does not speak of a round that is over soon', () => {
    const round = { sentence: 'Syncing.', isUnderWay: true };
    expect(waitBeforeSaying(round, { sentence: 'a', at: 0 }, 60_000)).toBe(3000);
    expect(waitBeforeSaying(state('a'), { sentence: 'a', at: 0 }, 60_500)).toBeUndefined();
  });

  test('says all saved only when all is', () => {
    expect(statusSentence(statusWith({ allSaved: true }))).toBe('Connected. All saved to the server.');
    expect(statusSentence(statusWith({ allSaved: true }), 2)).toBe(
      'Connected. All of this copy is saved to the server. 2 changes wait in another copy.',
    );
    expect(statusSentence(statusWith({}))).toBe('Connected.');
    expect(statusSentence(statusWith({ counts: counts(5, 14, 1) }))).toBe(
      'Connected. 5 waiting to send, 14 need your decision, 1 needs attention.',
    );
    expect(statusSentence(statusWith({ counts: counts(0, 0, 0, 2) }))).toBe(
      'Connected. 2 out of the list, not sent.',
    );
  });
});

describe('the banner', () => {
  test('is not there while all is well', () => {
    expect(bannerOf(statusWith({}))).toBeUndefined();
    expect(bannerOf(statusWith({ connection: 'connecting' }))).toBeUndefined();
  });

  test('says what is kept', () => {
    const telling = bannerOf(statusWith({ connection: 'offline-by-choice', counts: counts(12) }));
    expect(telling).toMatchObject({
      lead: 'Working offline.',
      text: 'Your 12 changes are saved on this laptop.',
      acts: ['go-online'],
    });
  });

  test('says why there is no connection', () => {
    expect(bannerOf(statusWith({ connection: 'no-connection' }))?.lead).toBe(
      'No connection to api.nord.example.',
    );
    const failure = { kind: 'certificate', detail: '', at: '2026-11-21T10:00:00Z' } as const;
    expect(bannerOf(statusWith({ connection: 'no-connection', failure }))?.lead).toMatch(
      /could not prove who it is/u,
    );
    expect(bannerOf(statusWith({ connection: 'signed-out' }))?.acts).toEqual(['new-token']);
  });

  test('asks about many records that vanished at once, and says that nothing was removed', () => {
    const telling = bannerOf(statusWith({ vanished: 25 }));
    expect(telling?.lead).toBe('25 records are no longer in the server’s list.');
    expect(telling?.text).toBe('Nothing was removed here.');
    expect(telling?.acts).toEqual(['check-again', 'they-are-not-gone', 'they-are-gone']);
  });

  test('says that the server went back, and where the newer values are', () => {
    const at = new Date().toISOString();
    const text = (records: number): string | undefined =>
      bannerOf(statusWith({ rewound: { records, at } }))?.text;
    expect(bannerOf(statusWith({ rewound: { records: 3, at } }))?.lead).toMatch(
      /^The server went back to an older state/u,
    );
    expect(text(3)).toContain('3 records changed back; their history keeps what was there.');
    expect(text(1)).toContain('1 record changed back; its history keeps what was there.');
  });

  test.each(['no-answer', 'busy', 'failing'] as const)('names a record that is stuck: %s', (why) => {
    const stuck = {
      id: RecordId.parse('r1'),
      label: 'Maryanna Becker',
      since: new Date().toISOString(),
      why,
    };
    const telling = bannerOf(statusWith({ stuck }));
    expect(telling?.lead).toMatch(/^Maryanna Becker has waited since /u);
    expect(telling?.text).toMatch(/by itself.* Your change is kept on this laptop\.$/u);
    expect(telling?.acts).toEqual(['open-record', 'try-now']);
    expect(bannerOf(statusWith({ stuck: { ...stuck, label: '' } }))?.lead).toMatch(
      /^A record without a name has/u,
    );
  });

  test('says one thing: first what keeps the app from the service, then the weightiest question', () => {
    const rewound = { records: 1, at: new Date().toISOString() };
    const connection = 'signed-out';
    expect(bannerOf(statusWith({ connection, vanished: 9, rewound }))?.icon).toBe('signed-out');
    expect(bannerOf(statusWith({ vanished: 9, rewound }))?.icon).toBe('vanished');
    expect(statusSentence(statusWith({ vanished: 9, rewound }))).toBe(
      'Connected. 9 records are no longer in the server’s list.',
    );
  });
});

describe('a moment of another day', () => {
  const now = new Date(2026, 10, 22, 14, 30);
  const at = (day: number): string => new Date(2026, 10, day, 13, 3).toISOString();
  beforeEach(() => {
    setLocale({ language: 'en', formats: 'en-GB' });
  });

  test.each([
    ['en', 'en-GB', ['13:03', 'yesterday 13:03', '19 Nov, 13:03'], 'Last complete sync '],
    ['de', 'de-DE', ['13:03', 'gestern 13:03', '19. Nov., 13:03'], 'Letzter vollständiger Abgleich '],
  ] as const)('of the last complete sync has its day: %s', (language, formats, times, before) => {
    setLocale({ language, formats });
    const told = [22, 21, 19].map((day) => lastSyncText(at(day), { now, isShort: false }));
    expect(told).toEqual(times.map((time) => `${before}${time}`));
  });

  test('is told in short where there is little room', () => {
    expect(lastSyncText(at(19), { now, isShort: true })).toBe('Synced 19 Nov, 13:03');
    expect(lastSyncText(undefined, { now, isShort: true })).toBe('No complete sync yet');
  });

  test('of a failure has its day in the banner', () => {
    const failure = { kind: 'certificate', detail: '', at: '2026-01-03T12:00:00Z' } as const;
    expect(bannerOf(statusWith({ connection: 'no-connection', failure }))?.lead).toMatch(
      / \(3 Jan.*, \d\d:00\)\.$/u,
    );
  });
});

test.each([
  [{ phase: 'checking', done: 0, total: undefined }, 'Checking…'],
  [{ phase: 'getting', done: 4000, total: 12_482 }, /^Getting changes · 4.000 of 12.482$/u],
  [{ phase: 'sending', done: 3, total: undefined }, 'Sending · 3'],
] as const)('progress %j', (progress, text) => {
  expect(progressText(progress)).toMatch(text);
});
