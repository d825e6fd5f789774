import type { StorageProblem } from '#shared/model/app-state.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { DeskChoice } from './current-desk.ts';
import { openDesk, type Desk } from './desk.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import type { Notifier } from './notifier.ts';
import type { Ports, Transport } from './ports.ts';
import type { SettingsStore } from './settings-store.ts';
import type { BackUps } from './storage/back-ups.ts';
import type { Checkpointer } from './storage/checkpointer.ts';
import { keepBackedUp } from './storage/keep-backed-up.ts';
import { keepCheckpointed } from './storage/keep-checkpointed.ts';
import { keepIndexed, type IndexKeeper } from './storage/keep-indexed.ts';
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
  readonly work: Pick<StorageWork, 'check' | 'migrate'>;
  readonly checkpointer: (file: string) => Checkpointer;
};

/** Makes the function that opens a desk with this shell's network, clock, settings and windows, and keeps it backed up. */
export const deskOpener =
  (surroundings: DeskSurroundings) =>
  async (choice: DeskChoice): Promise<Result<Desk, StorageProblem>> => {
    const { backUps, ports } = surroundings;
    const { isChecked } = await prepareCopy(choice.file, surroundings);
    const pending = await lookAtPending(choice.file, surroundings.work);
    // Until the copy is open there is nothing to index.
    let index: IndexKeeper = { changed: () => undefined, ended: Promise.resolve() };
    const closing = new AbortController();
    const { clock } = ports;
    const { signal } = closing;
    const checkpoints = keepCheckpointed(surroundings.checkpointer(choice.file), { clock, signal });
    const opened = openWith(surroundings, {
      ...choice,
      isChecked,
      pending,
      pause: async () => {
        await clock.sleep(0, signal);
        await checkpoints.room();
      },
      onWritten: () => {
        index.changed();
        checkpoints.changed();
      },
    });
    if (!opened.ok) {
      closing.abort();
      return opened;
    }
    const desk = opened.value;
    const backedUp = keepBackedUp(choice.file, { db: desk.db, backUps, clock, signal });
    index = keepIndexed({ db: desk.db, clock, signal });
    const kept = [
      unlessFailed(ports, 'The copy is not backed up any more.', backedUp),
      unlessFailed(ports, 'The search index does not follow any more.', index.ended),
      unlessFailed(
        ports,
        'The log is written into the file by the main process itself now.',
        checkpoints.ended,
      ),
    ];
    return succeed({
      ...desk,
      close: async () => {
        closing.abort();
        await Promise.all(kept);
        await desk.close();
      },
    });
  };

/** Work that nobody waits for says in the log when it failed. */
const unlessFailed = ({ log }: Ports, message: string, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => {
    log.error(message, { detail: String(error) });
  });

type Looked = {
  readonly isChecked: boolean;
  readonly pending: readonly Pending[];
  readonly pause: () => Promise<void>;
  readonly onWritten: () => void;
};

function openWith(
  { settings, transport, ports, broadcast, notifier }: DeskSurroundings,
  { connection, owner, file, token, isChecked, pending, pause, onWritten }: DeskChoice & Looked,
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
    pause,
    onStatus: (status) => {
      broadcast('syncStatus', status);
      notifier.tell(status);
    },
    onRecordsChanged: (ids) => {
      broadcast('recordsChanged', { ids });
      onWritten();
    },
  });
}
