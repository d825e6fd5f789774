import { describe, expect, test } from 'vitest';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { Notifier, type Notice } from '../../../src/main/notifier.ts';
import { statusWith } from '../../support/sync-status.ts';

const atRest = statusWith({ allSaved: true });

const deciding = (decisions: number): SyncStatus => ({ ...atRest, counts: { ...atRest.counts, decisions } });
const inRound = (decisions: number): SyncStatus => ({
  ...deciding(decisions),
  progress: { phase: 'getting', done: 1, total: 2 },
});
const signedOut: SyncStatus = { ...atRest, connection: 'signed-out' };

function person({ isWanted = true, isLookedAt = false } = {}) {
  const shown: Notice[] = [];
  const at = { isWanted, isLookedAt };
  const notifier = new Notifier({
    isWanted: () => at.isWanted,
    isLookedAt: () => at.isLookedAt,
    show: (notice) => shown.push(notice),
  });
  const tell = (...all: SyncStatus[]): void => {
    for (const status of all) notifier.tell(status);
  };
  return { at, shown, tell };
}

describe('a person who is not at the window', () => {
  test('is told of all the decisions of a round at once', () => {
    const { shown, tell } = person();
    tell(atRest, inRound(1), inRound(2), inRound(3), deciding(3));
    expect(shown).toEqual([{ kind: 'decisions', count: 3 }]);
  });

  test('is not told again of what is still so, nor of what became less', () => {
    const { shown, tell } = person();
    tell(deciding(3), deciding(3), deciding(2));
    expect(shown).toEqual([{ kind: 'decisions', count: 3 }]);
    tell(deciding(3));
    expect(shown.at(-1)).toEqual({ kind: 'decisions', count: 3 });
    expect(shown).toHaveLength(2);
  });

  test('is told once that a sign-in is needed, and again when it was put right in between', () => {
    const { shown, tell } = person();
    tell(signedOut, signedOut);
    expect(shown).toEqual([{ kind: 'signed-out' }]);
    tell(atRest, signedOut);
    expect(shown).toHaveLength(2);
  });
});

test('who did not ask for notices gets none, and later none of what was there before', () => {
  const { at, shown, tell } = person({ isWanted: false });
  tell(deciding(2), signedOut, deciding(2));
  at.isWanted = true;
  tell(deciding(2));
  expect(shown).toEqual([]);
});

test('who is at the window reads it there', () => {
  const { at, shown, tell } = person({ isLookedAt: true });
  tell(deciding(2));
  at.isLookedAt = false;
  tell(deciding(2));
  expect(shown).toEqual([]);
  tell(deciding(4));
  expect(shown).toEqual([{ kind: 'decisions', count: 4 }]);
});
