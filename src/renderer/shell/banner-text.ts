import type { Rewound, Stuck, SyncStatus } from '#shared/model/sync-status.ts';
import { failureText } from '../ui/failure-text.ts';
import { clockTime, countText, insideTime } from '../ui/times.ts';
import { savedSentence } from '../ui/words.ts';

/** What can be done from the banner. */
export type BannerAct =
  | 'go-online'
  | 'try-now'
  | 'new-token'
  | 'check-again'
  | 'they-are-gone'
  | 'they-are-not-gone'
  | 'open-record'
  | 'understood';

/** What the banner says: an icon, what is so, what it means and what comes next, and the acts, the main one first. */
export type Telling = {
  readonly icon: 'offline' | 'no-connection' | 'signed-out' | 'vanished' | 'rewound' | 'stuck';
  readonly lead: string;
  readonly text: string;
  readonly acts: readonly BannerAct[];
};

/** What the banner says of a state, nothing while all is well: first what keeps the app from the service. */
export const bannerOf = (status: SyncStatus): Telling | undefined =>
  connectionTelling(status) ?? questionOf(status);

/** What the sync asks or tells a person apart from the connection: one thing, the weightiest first. */
export function questionOf({ vanished, rewound, stuck }: SyncStatus): Telling | undefined {
  if (vanished > 0) return vanishedTelling(vanished);
  if (rewound) return rewoundTelling(rewound);
  return stuck && stuckTelling(stuck);
}

function connectionTelling(status: SyncStatus): Telling | undefined {
  const text = savedSentence(status.counts.waiting);
  switch (status.connection) {
    case 'offline-by-choice': {
      const since = status.offlineSince === undefined ? '' : ` since ${insideTime(status.offlineSince)}`;
      return { icon: 'offline', lead: `Working offline${since}.`, text, acts: ['go-online'] };
    }
    case 'signed-out':
      return {
        icon: 'signed-out',
        lead: 'The service did not accept the sign-in token.',
        text,
        acts: ['new-token'],
      };
    case 'no-connection':
      return { icon: 'no-connection', lead: noConnectionLead(status), text, acts: ['try-now'] };
    case 'connecting':
    case 'connected':
      return undefined;
  }
}

function noConnectionLead({ failure, host }: SyncStatus): string {
  if (!failure || failure.kind === 'unreachable') return `No connection to ${host}.`;
  const { happened } = failureText({ code: 'service', failure }, 0);
  return `${happened.replace(/\.$/, '')} (${clockTime(failure.at)}).`;
}

const records = (count: number): string => (count === 1 ? '1 record' : `${countText(count)} records`);

const vanishedTelling = (count: number): Telling => ({
  icon: 'vanished',
  lead: `${records(count)} ${count === 1 ? 'is' : 'are'} no longer in the server’s list.`,
  text: 'Nothing was removed here.',
  acts: ['check-again', 'they-are-not-gone', 'they-are-gone'],
});

const rewoundTelling = ({ records: count, at }: Rewound): Telling => ({
  icon: 'rewound',
  lead: `The server went back to an older state (seen ${insideTime(at)}).`,
  text: `Perhaps it was restored from a back-up. ${records(count)} changed back; ${
    count === 1 ? 'its' : 'their'
  } history keeps what was there.`,
  acts: ['understood'],
});

/** Why a record is stuck, and what happens next. */
const stuckWords: Readonly<Record<Stuck['why'], string>> = {
  'no-answer': 'The server has not answered yet; the app asks again by itself.',
  busy: 'Others edit it all the time; the app tries again by itself.',
  failing: 'The server has trouble with it; the app tries again by itself.',
};

const stuckTelling = ({ label, since, why }: Stuck): Telling => ({
  icon: 'stuck',
  lead: `${label.trim() === '' ? 'A record without a name' : label} has waited since ${insideTime(since)}.`,
  text: `${stuckWords[why]} Your change is kept on this laptop.`,
  acts: ['open-record', 'try-now'],
});
