import { IconAlertTriangle, IconCloudOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { syncCalls } from '../api/sync.ts';
import { Banner } from '../ui/banner.tsx';
import { useToasts } from '../ui/toast-context.ts';
import { bannerOf } from './banner-text.ts';
import { words } from './words.ts';

const icons = {
  offline: IconCloudOff,
  'no-connection': IconPlugConnectedX,
  'signed-out': IconLock,
  vanished: IconAlertTriangle,
} as const;

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
  const Icon = icons[telling.icon];
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
