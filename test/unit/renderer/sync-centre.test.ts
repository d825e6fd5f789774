import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { setLocale } from '#shared/language/language.ts';
import { ServiceFailureKind } from '#shared/service-failure.ts';
import type { Round, SyncStatus } from '#shared/model/sync-status.ts';
import { headOf, lineAt, lineCount } from '../../../src/renderer/sync-centre/parts.ts';
import { roundNote, roundTitle, tookText } from '../../../src/renderer/sync-centre/round-text.ts';
import { refusedText, stateDetail, stateSentence } from '../../../src/renderer/sync-centre/state-text.ts';
import { statusWith } from '../../support/sync-status.ts';

const now = new Date('2026-11-21T14:02:00Z');
const nextRoundAt = '2026-11-21T14:03:00Z';

const counts = (waiting: number, decisions = 0, attention = 0, missing = 0): SyncStatus['counts'] => ({
  total: 10,
  waiting,
  decisions,
  attention,
  missing,
  aside: 0,
});
const aside = (number: number): SyncStatus['counts'] => ({ ...counts(0), aside: number });
const failure = (kind: ServiceFailureKind) => ({ kind, detail: '', at: now.toISOString() });
const progress = { phase: 'getting', done: 1, total: 2 } as const;

const connections = ['connecting', 'connected', 'no-connection', 'signed-out', 'offline-by-choice'] as const;

/** Every state that the main process may tell, `allSaved` as `report.ts` says it. */
const anyStatus = fc
  .record({
    connection: fc.constantFrom(...connections),
    counts: fc.record({
      total: fc.nat(),
      waiting: fc.nat(3),
      decisions: fc.nat(3),
      attention: fc.nat(3),
      missing: fc.nat(3),
      aside: fc.nat(3),
    }),
    isPulled: fc.boolean(),
    progress: fc.constantFrom(undefined, progress),
    failure: fc.option(fc.constantFrom(...ServiceFailureKind.options).map(failure), { nil: undefined }),
    vanished: fc.nat(2),
  })
  .map(({ isPulled, ...change }) => {
    const { waiting, decisions, attention, aside: hidden } = change.counts;
    const allSaved =
      waiting + decisions + attention + hidden === 0 && isPulled && change.failure === undefined;
    return statusWith({ ...change, allSaved });
  });

describe('the state sentence', () => {
  test.each([
    [{ counts: counts(5, 14, 1) }, '5 changes are waiting to send, 14 need your decision, 1 needs attention'],
    [{ counts: counts(1), connection: 'offline-by-choice' }, '1 change is waiting to send'],
    [{ counts: counts(0, 0, 0, 2) }, '2 are no longer on the server'],
    [{ counts: aside(1) }, '1 is out of the list and not sent'],
    [
      { counts: { ...aside(2), waiting: 1 } },
      '1 change is waiting to send, 2 are out of the list and not sent',
    ],
    [{ allSaved: true }, 'All saved to the server'],
    [{ allSaved: true, counts: counts(0, 0, 0, 2) }, 'All saved to the server'],
    [{}, 'Nothing waits here, but not everything was compared yet'],
    [{ progress }, 'Comparing with the server'],
    [{ connection: 'connecting' }, 'Looking for the server'],
    [{ connection: 'no-connection' }, 'Nothing waits here, but the server cannot be reached'],
    [{ connection: 'signed-out' }, 'Nothing waits here, but the server asks you to sign in'],
    [{ connection: 'offline-by-choice' }, 'Nothing waits here while you work offline'],
  ] as const)('%j: %s', (change, sentence) => {
    expect(stateSentence(statusWith(change))).toBe(sentence);
  });

  test('says that all is saved only of this copy while something waits in another', () => {
    expect(stateSentence(statusWith({ allSaved: true }), 2)).toBe('All of this copy is saved to the server');
  });

  test('never says synced while anything waits', () => {
    fc.assert(
      fc.property(anyStatus, (told) => {
        const sentence = stateSentence(told);
        expect(sentence).not.toBe('');
        if (!told.allSaved) expect(sentence).not.toMatch(/saved to the server|synced/iu);
        if (told.counts.waiting > 0) expect(sentence).toMatch(/waiting to send/u);
        if (told.counts.decisions > 0) expect(sentence).toMatch(/your decision/u);
        if (told.counts.attention > 0) expect(sentence).toMatch(/attention/u);
        if (told.counts.aside > 0) expect(sentence).toMatch(/out of the list and not sent/u);
        expect(stateDetail(told, { now }).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what comes next', () => {
  test.each([
    [{ nextRoundAt }, /^Connected to api\.nord\.example\. The next round starts at .+, in 1 min\.$/u],
    [{ progress }, 'Connected to api.nord.example. A round is running.'],
    [{ connection: 'connecting' }, 'Connecting to api.nord.example.'],
    [
      { connection: 'no-connection', nextRoundAt, failure: failure('unreachable') },
      /^No connection to api\.nord\.example\. The app tries again at .+, in 1 min\.$/u,
    ],
    [{ connection: 'no-connection', failure: failure('certificate') }, /could not prove who it is/u],
    [{ connection: 'signed-out', failure: failure('signed-out') }, /sign-in token\. Sending waits/u],
    [{ failure: failure('busy'), nextRoundAt }, /asked us to wait\. The app tries again/u],
    [
      { connection: 'offline-by-choice', counts: counts(12), offlineSince: now.toISOString() },
      /^Working offline since .+\. Your 12 changes are saved on this laptop\.$/u,
    ],
  ] as const)('%j', (change, text) => {
    expect(stateDetail(statusWith(change), { now }).join(' ')).toMatch(text);
  });
});

describe('a round', () => {
  const round = (change: Partial<Round>): Round => ({
    id: 1,
    startedAt: now.toISOString(),
    took: 1800,
    trigger: 'interval',
    got: 0,
    sent: 0,
    merged: 0,
    decisions: 0,
    refused: 0,
    unanswered: 0,
    failure: undefined,
    ...change,
  });

  test.each([
    [{}, 'Nothing new', ''],
    [{ sent: 3, got: 2, refused: 1, unanswered: 1 }, 'Sent 3, got 2', '1 refused, 1 without an answer'],
    [{ got: 58, merged: 41, decisions: 14 }, 'Got 58', '41 merged, 14 need you'],
    [{ failure: failure('unreachable') }, 'No connection', 'stopped before the end, nothing lost'],
    [
      { sent: 2, failure: failure('timeout') },
      'No answer in time',
      'Sent 2, stopped before the end, nothing lost',
    ],
  ] as const)('%j', (change, title, note) => {
    expect([roundTitle(round(change)), roundNote(round(change))]).toEqual([title, note]);
  });

  test('says how long it took', () => {
    expect([tookText(round({})), tookText(round({ took: 10_400 }))]).toEqual(['1.8 s', '10 s']);
  });
});

test('the parts stand under each other, each with its head, and empty ones not at all', () => {
  fc.assert(
    fc.property(
      fc.record({ attention: fc.nat(4), waiting: fc.nat(4), held: fc.nat(4), aside: fc.nat(4) }),
      (lengths) => {
        const lines = Array.from({ length: lineCount(lengths) }, (_, place) => lineAt(lengths, place));
        const expected = (['attention', 'waiting', 'held', 'aside'] as const).flatMap((part) =>
          lengths[part] === 0
            ? []
            : [
                { kind: 'head', part, index: 0 },
                ...Array.from({ length: lengths[part] }, (_, index) => ({ kind: 'row', part, index })),
              ],
        );
        expect(lines).toEqual(expected);
        expect(lineAt(lengths, lines.length)).toBeUndefined();
        for (const part of ['attention', 'waiting', 'held', 'aside'] as const) {
          const place = lines.findIndex((line) => line?.kind === 'head' && line.part === part);
          expect(headOf(lengths, part)).toBe(place === -1 ? undefined : place);
        }
      },
    ),
  );
});

test.each([
  ['en', 'en-GB', 0, 'refused 09:15'],
  ['en', 'en-GB', 1, 'refused yesterday 09:15'],
  ['en', 'en-GB', 18, 'refused on 3 Nov at 09:15'],
  ['de', 'de-DE', 0, 'abgelehnt 09:15'],
  ['de', 'de-DE', 1, 'abgelehnt gestern 09:15'],
] as const)(
  'when a record was refused is told inside a sentence (%s, %s, %i days ago)',
  (language, formats, days, text) => {
    setLocale({ language, formats });
    onTestFinished(() => {
      setLocale({ language: 'en', formats: 'en-GB' });
    });
    const at = new Date(2026, 10, 21 - days, 9, 15).toISOString();
    expect(refusedText(at, { now: new Date(2026, 10, 21, 14, 2) })).toBe(text);
  },
);
