import { locale, wordsOf } from '#shared/language/language.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { failureText } from '../ui/failure-text.ts';
import { clockTime, insideTime, sinceTime, untilTime, type Shown } from '../ui/times.ts';
import { allSavedText, savedSentence } from '../ui/words.ts';

const words = wordsOf('syncState');
const centreWords = wordsOf('syncCentre');

/** When the server refused a record: refused 14:02; refused yesterday 09:15. */
export const refusedText = (at: string, shown: Shown = {}): string =>
  centreWords.refused({ time: insideTime(at, shown) });

/**
 * Where everything stands in one sentence; *all saved* only where nothing waits and the last pull was complete, and only
 * of this copy where something waits `elsewhere`, in copies that are not open.
 */
export function stateSentence(status: SyncStatus, elsewhere = 0): string {
  const { waiting, decisions, attention, missing, aside } = status.counts;
  const isMissingTold = missing > 0 && !status.allSaved;
  const parts = [
    ...(waiting > 0 ? [words.waiting({ count: waiting })] : []),
    ...(decisions > 0 ? [words.decisions({ count: decisions })] : []),
    ...(attention > 0 ? [words.attention({ count: attention })] : []),
    ...(isMissingTold ? [words.missing({ count: missing })] : []),
    ...(aside > 0 ? [words.aside({ count: aside })] : []),
  ];
  if (parts.length > 0) {
    return new Intl.ListFormat(locale().formats, { type: 'unit', style: 'short' }).format(parts);
  }
  return status.allSaved ? allSavedText(elsewhere) : nothingWaits(status);
}

/** Nothing waits on this laptop, but that is not all there is to know. */
function nothingWaits({ connection, progress }: SyncStatus): string {
  if (progress) return words.comparing;
  switch (connection) {
    case 'connecting':
      return words.connecting;
    case 'connected':
      return words.partial;
    case 'no-connection':
      return words.noConnection;
    case 'signed-out':
      return words.signedOut;
    case 'offline-by-choice':
      return words.offline;
  }
}

/** The connection, what it means for what is kept here, and what comes next: whole sentences. */
export function stateDetail(status: SyncStatus, shown: Shown = {}): readonly string[] {
  const { connection, host, progress, failure } = status;
  if (connection === 'offline-by-choice') return offlineSentences(status, shown);
  if (connection === 'connecting') return [words.connectingTo({ host })];
  if (progress) return [words.connectedTo({ host }), words.running];
  if (failure) return failureSentences(status, failure, shown);
  if (connection === 'no-connection') return [words.noConnectionTo({ host }), ...nextTry(status, shown)];
  return [words.connectedTo({ host }), ...nextRound(status, shown)];
}

function offlineSentences({ offlineSince, counts }: SyncStatus, shown: Shown): string[] {
  const since =
    offlineSince === undefined
      ? words.offlineNow
      : words.offlineSince({ time: sinceTime(offlineSince, shown) });
  return [since, savedSentence(counts.waiting)];
}

function failureSentences(
  status: SyncStatus,
  failure: NonNullable<SyncStatus['failure']>,
  shown: Shown,
): string[] {
  const { happened, next } = failureText({ code: 'service', failure }, status.counts.waiting);
  const isLost = status.connection === 'no-connection' && failure.kind === 'unreachable';
  const planned = nextTry(status, shown);
  return [
    isLost ? words.noConnectionTo({ host: status.host }) : happened,
    ...(failure.kind === 'signed-out' || planned.length === 0 ? [next] : planned),
  ];
}

const nextRound = ({ nextRoundAt }: SyncStatus, shown: Shown): string[] =>
  nextRoundAt === undefined
    ? []
    : [words.nextRound({ clock: clockTime(nextRoundAt), until: untilTime(nextRoundAt, shown) })];

const nextTry = ({ nextRoundAt }: SyncStatus, shown: Shown): string[] =>
  nextRoundAt === undefined
    ? []
    : [words.nextTry({ clock: clockTime(nextRoundAt), until: untilTime(nextRoundAt, shown) })];
