import {
  IconAlertTriangle,
  IconCloudOff,
  IconHistory,
  IconHourglass,
  IconLock,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import type { Result } from '#shared/result.ts';
import { syncCalls } from '../api/sync.ts';
import { Banner } from '../ui/banner.tsx';
import { useToasts } from '../ui/toast-context.ts';
import { bannerOf, questionOf, type BannerAct } from './banner-text.ts';
import { words } from './words.ts';

const icons = {
  offline: IconCloudOff,
  'no-connection': IconPlugConnectedX,
  'signed-out': IconLock,
  vanished: IconAlertTriangle,
  rewound: IconHistory,
  stuck: IconHourglass,
} as const;

const labels = wordsOf('bannerActs');

type BannerProps = {
  readonly status: SyncStatus | undefined;
  readonly onConnection: () => void;
  readonly onRecord: (id: RecordId) => void;
  /** Asks once more before what vanished is taken as gone; the question outlives this banner. */
  readonly onAskIfGone: () => void;
  /** Whether the connection is told elsewhere. */
  readonly isBesideState?: boolean;
};

/** The one banner about the connection and the sync, with what is kept and the ways on. */
export function SyncBanner(props: BannerProps): ReactElement | null {
  const { status } = props;
  const runs = useBannerActs(props);
  const telling = status && (props.isBesideState === true ? questionOf(status) : bannerOf(status));
  if (!telling) return null;
  const Icon = icons[telling.icon];
  return (
    <Banner
      icon={<Icon size={16} stroke={1.6} aria-hidden />}
      lead={telling.lead}
      text={telling.text}
      actions={telling.acts.map((act) => ({ label: labels[act], run: runs[act] }))}
    />
  );
}

function useBannerActs({
  status,
  onConnection,
  onRecord,
  onAskIfGone,
}: BannerProps): Readonly<Record<BannerAct, () => void>> {
  const toasts = useToasts();
  const call = async (ask: () => Promise<Result<unknown>>, done?: string): Promise<void> => {
    const result = await ask();
    if (!result.ok) toasts.fail(result.failure, () => void call(ask, done));
    else if (done !== undefined) toasts.show({ text: done });
  };
  return {
    'go-online': () => void call(() => syncCalls.workOffline({ offline: false })),
    'try-now': () => void call(syncCalls.now),
    'new-token': onConnection,
    'check-again': () => void call(syncCalls.now),
    'they-are-gone': onAskIfGone,
    'they-are-not-gone': () => void call(() => syncCalls.judgeVanished({ areGone: false }), words.notGone),
    'open-record': () => {
      if (status?.stuck) onRecord(status.stuck.id);
    },
    understood: () => void call(syncCalls.noteRewound),
  };
}
