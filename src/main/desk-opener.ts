import type { StorageProblem } from '#shared/model/app-state.ts';
import type { Result } from '#shared/result.ts';
import type { DeskChoice } from './current-desk.ts';
import { openDesk, type Desk } from './desk.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import type { Ports, Transport } from './ports.ts';
import type { SettingsStore } from './settings-store.ts';

/** What every desk is given by the shell. */
export type DeskSurroundings = {
  readonly settings: SettingsStore;
  readonly transport: Transport;
  readonly ports: Ports;
  readonly broadcast: Broadcast;
};

/** Makes the function that opens a desk with this shell's network, clock, settings and windows. */
export const deskOpener =
  ({ settings, transport, ports, broadcast }: DeskSurroundings) =>
  ({ connection, owner, file, token }: DeskChoice): Result<Desk, StorageProblem> =>
    openDesk({
      connection,
      owner,
      file,
      token,
      transport,
      ports,
      intervalMinutes: () => settings.settings().intervalMinutes,
      onStatus: (status) => {
        broadcast('syncStatus', status);
      },
      onRecordsChanged: (ids) => {
        broadcast('recordsChanged', { ids });
      },
    });
