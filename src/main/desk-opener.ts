import type { StorageProblem } from '#shared/model/app-state.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { DeskChoice } from './current-desk.ts';
import { openDesk, type Desk } from './desk.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import type { Notifier } from './notifier.ts';
import type { Ports, Transport } from './ports.ts';
import type { SettingsStore } from './settings-store.ts';
import type { BackUps } from './storage/back-ups.ts';
import { keepBackedUp } from './storage/keep-backed-up.ts';
import { lookAtPending, type Pending } from './storage/put-pending-back.ts';
import { prepareCopy } from './storage/prepare-copy.ts';
import type { StorageWork } from './storage/storage-work.ts';

/** What every desk is given by the shell. */
export type DeskSurroundings = {
  readonly settings: SettingsStore;
  readonly transport: Transport;
  readonly ports: Ports;
  readonly broadcast: Broadcast;
  readonly notifier: Notifier;
  readonly backUps: BackUps;
  readonly work: Pick<StorageWork, 'check'>;
};

/** Makes the function that opens a desk with this shell's network, clock, settings and windows, and keeps it backed up. */
export const deskOpener =
  (surroundings: DeskSurroundings) =>
  async (choice: DeskChoice): Promise<Result<Desk, StorageProblem>> => {
    const { backUps, ports } = surroundings;
    const { isChecked } = await prepareCopy(choice.file, surroundings);
    const pending = await lookAtPending(choice.file, surroundings.work);
    const opened = openWith(surroundings, { ...choice, isChecked, pending });
    if (!opened.ok) return opened;
    const desk = opened.value;
    const closing = new AbortController();
    const kept = keepBackedUp(choice.file, {
      db: desk.db,
      backUps,
      clock: ports.clock,
      signal: closing.signal,
    });
    kept.catch((error: unknown) => {
      ports.log.error('The copy is not backed up any more.', { detail: String(error) });
    });
    return succeed({
      ...desk,
      close: async () => {
        closing.abort();
        await Promise.allSettled([kept]);
        await desk.close();
      },
    });
  };

type Looked = { readonly isChecked: boolean; readonly pending: readonly Pending[] };

function openWith(
  { settings, transport, ports, broadcast, notifier }: DeskSurroundings,
  { connection, owner, file, token, isChecked, pending }: DeskChoice & Looked,
): Result<Desk, StorageProblem> {
  return openDesk({
    connection,
    owner,
    file,
    isChecked,
    pending,
    token,
    transport,
    ports,
    intervalMinutes: () => settings.settings().intervalMinutes,
    onStatus: (status) => {
      broadcast('syncStatus', status);
      notifier.tell(status);
    },
    onRecordsChanged: (ids) => {
      broadcast('recordsChanged', { ids });
    },
  });
}
