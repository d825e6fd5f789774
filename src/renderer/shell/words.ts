import type { Progress, SyncStatus } from '#shared/model/sync-status.ts';
import { clockTime, countText, untilTime, type Shown } from '../ui/times.ts';
import { attentionText, decisionsText, waitingText } from '../ui/words.ts';
import { questionOf } from './banner-text.ts';

/** The words of the frame around every screen. */
export const words = {
  navigation: 'Main navigation',
  keyAccounts: 'Key Accounts',
  decisions: 'Decisions',
  settings: 'Settings',
  keys: 'Keys',
  status: 'Status',
  sampleData: 'Sample data',
  sampleHint: 'Invented people',
  serviceHint: 'Your service',
  colleague: 'Let a colleague edit',
  removeSample: 'Remove sample data…',
  syncNow: 'Sync now',
  workOffline: 'Work offline',
  goOnline: 'Go online',
  connectionSettings: 'Connection settings…',
  newToken: 'Enter a new token',
  tryNow: 'Try now',
  checkAgain: 'Check again',
  theyAreGone: 'They are gone…',
  theyAreNotGone: 'They are not gone',
  notGone: 'They stay as they are. The app goes on looking, and asks again if they stay away.',
  vanishedText:
    'The server is asked for each of them once more. Those that it does not have are marked Gone: they stay on this laptop with your changes, until you say what becomes of each.',
  askedOnceMore: 'The server is asked for each of them once more',
  openRecord: 'Open the record',
  understood: 'Understood',
  allSaved: 'All saved to the server',
  neverSynced: 'No complete sync yet',
  tokenInMemory: 'Token kept until you close the app',
  tokenMissing: 'No sign-in token',
} as const;

/** The question whether many records are gone. */
export const vanishedTitle = (count: number): string =>
  count === 1 ? 'Is this record gone?' : `Are these ${countText(count)} records gone?`;

/** The act that takes many records as gone. */
export const vanishedAct = (count: number): string =>
  count === 1 ? 'Take it as gone' : `Take ${countText(count)} as gone`;

/** The connection in a word or two. */
export const connectionWord: Readonly<Record<SyncStatus['connection'], string>> = {
  connecting: 'Connecting',
  connected: 'Connected',
  'no-connection': 'No connection',
  'signed-out': 'Sign-in needed',
  'offline-by-choice': 'Working offline',
};

/** What the colleague of the sample did. */
export function colleagueText(edited: number): string {
  if (edited === 0) return 'The colleague found nothing to edit. Change a record first, then ask again.';
  return edited === 1
    ? 'A colleague edited 1 record that you changed too.'
    : `A colleague edited ${countText(edited)} records, some that you changed too.`;
}

const phaseWord: Readonly<Record<Progress['phase'], string>> = {
  checking: 'Checking',
  getting: 'Getting changes',
  sending: 'Sending',
};

/** How far a round is: Getting changes · 4,000 of 12,482. */
export function progressText({ phase, done, total }: Progress): string {
  if (phase === 'checking') return `${phaseWord.checking}…`;
  if (total === undefined) return `${phaseWord[phase]} · ${countText(done)}`;
  return `${phaseWord[phase]} · ${countText(done)} of ${countText(total)}`;
}

/** The last complete sync: Last complete sync 13:58. */
export const lastSyncText = (at: string | undefined): string =>
  at === undefined ? words.neverSynced : `Last complete sync ${clockTime(at)}`;

/** The next round: next in 1 min; empty where none is planned. */
export const nextSyncText = (at: string | undefined, shown: Shown): string =>
  at === undefined ? '' : `next ${untilTime(at, shown)}`;

/** The sentence that screen readers hear of the state. */
export function statusSentence(status: SyncStatus): string {
  if (status.progress) return 'Syncing.';
  const { waiting, decisions, attention } = status.counts;
  const parts = [
    ...(waiting > 0 ? [waitingText(waiting)] : []),
    ...(decisions > 0 ? [decisionsText(decisions)] : []),
    ...(attention > 0 ? [attentionText(attention)] : []),
  ];
  const rest = parts.length > 0 ? parts.join(', ') : status.allSaved ? words.allSaved : '';
  const question = questionOf(status)?.lead;
  return [
    `${connectionWord[status.connection]}.`,
    ...(rest === '' ? [] : [`${rest}.`]),
    ...(question === undefined ? [] : [question]),
  ].join(' ');
}
