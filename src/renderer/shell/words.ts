import { wordsOf } from '#shared/language/language.ts';
import type { Progress, SyncStatus } from '#shared/model/sync-status.ts';
import { sinceTime, untilTime, type Shown } from '../ui/times.ts';
import { allSavedText, asideText, attentionText, decisionsText, waitingText } from '../ui/words.ts';
import { questionOf } from './banner-text.ts';

/** The words of the frame around every screen. */
export const words = wordsOf('shell');

/** The connection in a word or two. */
export const connectionWord = wordsOf('connectionWords');

const copyWords = wordsOf('copies');

const connectionSentence = wordsOf('connectionSentences');

/** Where the records come from: the service's host, or the sample. */
export const hostText = (host: string): string => (host === '' ? words.sampleData : host);

/** What the colleague of the sample did. */
export const colleagueText = (edited: number): string =>
  edited === 0 ? words.colleagueNothing : words.colleagueEdited({ count: edited });

/** How far a round is: Getting changes · 4,000 of 12,482. */
export function progressText({ phase, done, total }: Progress): string {
  if (phase === 'checking') return words.checking;
  if (phase === 'getting') {
    return total === undefined ? words.getting({ done }) : words.gettingOf({ done, total });
  }
  return total === undefined ? words.sending({ done }) : words.sendingOf({ done, total });
}

/** The last complete sync: Last complete sync 13:58; Last complete sync 3 Nov, 13:58; where room is short, Synced 13:58. */
export function lastSyncText(at: string | undefined, shown: Shown & { readonly isShort: boolean }): string {
  if (at === undefined) return words.neverSynced;
  const time = sinceTime(at, shown);
  return shown.isShort ? words.lastSyncShort({ time }) : words.lastSync({ time });
}

/** The next round: next in 1 min; empty where none is planned. */
export const nextSyncText = (at: string | undefined, shown: Shown): string =>
  at === undefined ? '' : words.nextSync({ when: untilTime(at, shown) });

/** The sentences that screen readers hear of the state; `elsewhere`: how much was not sent in copies that are not open. */
export function statusSentence(status: SyncStatus, elsewhere = 0): string {
  if (status.progress) return words.syncing;
  const { waiting, decisions, attention, aside } = status.counts;
  const counted = [
    [waiting, waitingText],
    [decisions, decisionsText],
    [attention, attentionText],
    [aside, asideText],
  ] as const;
  const parts = counted.flatMap(([count, text]) => (count > 0 ? [text(count)] : []));
  const rest = parts.length > 0 ? parts.join(', ') : status.allSaved ? allSavedText(elsewhere) : '';
  const question = questionOf(status)?.lead;
  return [
    connectionSentence[status.connection],
    ...(rest === '' ? [] : [`${rest}.`]),
    ...(elsewhere > 0 ? [`${copyWords.unsentElsewhere({ count: elsewhere })}.`] : []),
    ...(question === undefined ? [] : [question]),
  ].join(' ');
}
