import type { SyncStatus } from '#shared/model/sync-status.ts';
import { failureText } from '../ui/failure-text.ts';
import { clockTime, countText, insideTime } from '../ui/times.ts';
import { savedSentence } from '../ui/words.ts';

/** What the banner says: an icon, what is so, what is kept, and one act. */
export type Telling = {
  readonly icon: 'offline' | 'no-connection' | 'signed-out' | 'vanished';
  readonly lead: string;
  readonly text: string;
  readonly act: 'go-online' | 'sync-now' | 'new-token';
};

/** What the banner says of a state, nothing while all is well. */
export function bannerOf(status: SyncStatus): Telling | undefined {
  const text = savedSentence(status.counts.waiting);
  switch (status.connection) {
    case 'offline-by-choice': {
      const since = status.offlineSince === undefined ? '' : ` since ${insideTime(status.offlineSince)}`;
      return { icon: 'offline', lead: `Working offline${since}.`, text, act: 'go-online' };
    }
    case 'signed-out':
      return {
        icon: 'signed-out',
        lead: 'The service did not accept the sign-in token.',
        text,
        act: 'new-token',
      };
    case 'no-connection':
      return { icon: 'no-connection', lead: noConnectionLead(status), text, act: 'sync-now' };
    case 'connecting':
    case 'connected':
      return status.vanished === 0 ? undefined : vanishedTelling(status.vanished);
  }
}

function noConnectionLead({ failure, host }: SyncStatus): string {
  if (!failure || failure.kind === 'unreachable') return `No connection to ${host}.`;
  const { happened } = failureText({ code: 'service', failure }, 0);
  return `${happened.replace(/\.$/, '')} (${clockTime(failure.at)}).`;
}

const vanishedTelling = (count: number): Telling => ({
  icon: 'vanished',
  lead: `${countText(count)} records are missing on the server at once.`,
  text: 'They stay on this laptop until that is sure.',
  act: 'sync-now',
});
