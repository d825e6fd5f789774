import { Menu } from '@mantine/core';
import {
  IconCloudOff,
  IconListDetails,
  IconPlugConnected,
  IconPlugConnectedX,
  IconRefresh,
  IconSettings,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { runCommand } from '../api/commands.ts';
import { classes } from '../ui/classes.ts';
import type { Layout } from '../ui/use-layout.ts';
import css from './status-bar.module.css';
import { connectionWord, hostText, words } from './words.ts';

const icons = {
  connecting: IconPlugConnected,
  connected: IconPlugConnected,
  'no-connection': IconPlugConnectedX,
  'signed-out': IconPlugConnectedX,
  'offline-by-choice': IconCloudOff,
} as const;

/** The connection in the status bar; its menu syncs now, works offline or goes online, and opens the settings. */
export function SyncMenu(props: {
  readonly status: SyncStatus;
  readonly layout: Layout;
  readonly onSettings: () => void;
  readonly onSyncCentre: () => void;
}): ReactElement {
  const { connection, host } = props.status;
  const isOffline = connection === 'offline-by-choice';
  const Icon = icons[connection];
  const canSync = !isOffline && props.status.progress === undefined;
  // Mantine would give the focus to an item that is switched off and has no use for it.
  const first = (isFirst: boolean): object => (isFirst ? { 'data-autofocus': true } : {});
  const isPlain = connection === 'connected' || connection === 'connecting';
  return (
    <Menu position="top-start" offset={6}>
      <Menu.Target>
        <button type="button" className={classes('plain', css.item)}>
          <Icon size={14} stroke={1.75} aria-hidden />
          <span>
            <span className={classes(!isPlain && css.strong)}>{connectionWord[connection]}</span>
            {isPlain && props.layout === 'wide' && (
              <span className={css.faint}> {words.toHost({ host: hostText(host) })}</span>
            )}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          {...first(canSync)}
          disabled={!canSync}
          leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            runCommand('sync-now');
          }}
        >
          {words.syncNow}
        </Menu.Item>
        <Menu.Item
          {...first(!canSync)}
          leftSection={<IconCloudOff size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            runCommand('work-offline');
          }}
        >
          {isOffline ? words.goOnline : words.workOffline}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconListDetails size={16} stroke={1.6} aria-hidden />}
          onClick={props.onSyncCentre}
        >
          {words.syncCentre}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.6} aria-hidden />}
          onClick={props.onSettings}
        >
          {words.connectionSettings}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
