import { wordsOf } from '#shared/language/language.ts';
import type { Rewound, Stuck, SyncStatus } from '#shared/model/sync-status.ts';
import { failureText } from '../ui/failure-text.ts';
import { insideTime, sinceTime } from '../ui/times.ts';
import { savedSentence } from '../ui/words.ts';

const words = wordsOf('banner');

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
    case 'offline-by-choice':
      return { icon: 'offline', lead: offlineLead(status), text, acts: ['go-online'] };
    case 'signed-out':
      return { icon: 'signed-out', lead: words.signedOut, text, acts: ['new-token'] };
    case 'no-connection':
      return { icon: 'no-connection', lead: noConnectionLead(status), text, acts: ['try-now'] };
    case 'connecting':
    case 'connected':
      return undefined;
  }
}

const offlineLead = ({ offlineSince }: SyncStatus): string =>
  offlineSince === undefined ? words.offline : words.offlineSince({ time: sinceTime(offlineSince) });

function noConnectionLead({ failure, host }: SyncStatus): string {
  if (!failure || failure.kind === 'unreachable')
    return host === '' ? words.noConnectionToSample : words.noConnection({ host });
  const { happened } = failureText({ code: 'service', failure }, 0);
  return words.failedAt({ happened: happened.replace(/\.$/, ''), time: sinceTime(failure.at) });
}

const vanishedTelling = (count: number): Telling => ({
  icon: 'vanished',
  lead: words.vanished({ count }),
  text: words.vanishedMeans,
  acts: ['check-again', 'they-are-not-gone', 'they-are-gone'],
});

const rewoundTelling = ({ records, at }: Rewound): Telling => ({
  icon: 'rewound',
  lead: words.rewound({ time: insideTime(at) }),
  text: words.rewoundMeans({ count: records }),
  acts: ['understood'],
});

function stuckTelling({ label, since, why }: Stuck): Telling {
  const time = sinceTime(since);
  return {
    icon: 'stuck',
    lead: label.trim() === '' ? words.stuckNameless({ time }) : words.stuck({ name: label, time }),
    text: words[`stuck-${why}`],
    acts: ['open-record', 'try-now'],
  };
}
