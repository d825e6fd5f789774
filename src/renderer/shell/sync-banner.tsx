import { IconAlertTriangle, IconCloudOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { syncCalls } from '../api/sync.ts';
import { Banner } from '../ui/banner.tsx';
import { failureText } from '../ui/failure-text.ts';
import { clockTime, countText, insideTime } from '../ui/times.ts';
import { useToasts } from '../ui/toast-context.ts';
import { savedSentence } from '../ui/words.ts';
import { words } from './words.ts';

type Telling = {
  readonly Icon: typeof IconCloudOff;
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
      return { Icon: IconCloudOff, lead: `Working offline${since}.`, text, act: 'go-online' };
    }
    case 'signed-out':
      return {
        Icon: IconLock,
        lead: 'The service did not accept the sign-in token.',
        text,
        act: 'new-token',
      };
    case 'no-connection':
      return { Icon: IconPlugConnectedX, lead: noConnectionLead(status), text, act: 'sync-now' };
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
  Icon: IconAlertTriangle,
  lead: `${countText(count)} records are missing on the server at once.`,
  text: 'They stay on this laptop until that is sure.',
  act: 'sync-now',
});

const labels = {
  'go-online': words.goOnline,
  'sync-now': words.tryNow,
  'new-token': words.newToken,
} as const;

/** The one banner about the connection, with what is kept and one way on. */
export function SyncBanner(props: {
  readonly status: SyncStatus | undefined;
  readonly onConnection: () => void;
}): ReactElement | null {
  const toasts = useToasts();
  const telling = props.status && bannerOf(props.status);
  if (!telling) return null;
  const run = async (): Promise<void> => {
    if (telling.act === 'new-token') {
      props.onConnection();
      return;
    }
    const answer =
      telling.act === 'go-online' ? await syncCalls.workOffline({ offline: false }) : await syncCalls.now();
    if (!answer.ok) toasts.fail(answer.failure);
  };
  const { Icon } = telling;
  return (
    <Banner
      icon={<Icon size={16} stroke={1.6} aria-hidden />}
      lead={telling.lead}
      text={telling.text}
      action={{
        label: labels[telling.act],
        run: () => {
          void run();
        },
      }}
    />
  );
}
