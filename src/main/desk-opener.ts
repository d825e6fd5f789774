import type { StorageProblem } from '#shared/model/app-state.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { DeskChoice } from './current-desk.ts';
import { openDesk, type Desk } from './desk.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import type { Notifier } from './notifier.ts';
import type { Ports, Transport } from './ports.ts';
import type { SettingsStore } from './settings-store.ts';
import type { BackUps } from './storage/back-ups.ts';
import { Care } from './storage/care.ts';
import type { Checkpointer } from './storage/checkpointer.ts';
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
  /** Hears of a copy that was found damaged while it was open. */
  readonly onDamaged: (choice: DeskChoice) => void;
};

/** Opens a desk, or says why its file cannot be opened. */
type OpenDesk = (choice: DeskChoice) => Promise<Result<Desk, StorageProblem>>;

/** Makes the function that opens a desk with this shell's network, clock, settings and windows, and looks after its file. */
export function deskOpener(surroundings: DeskSurroundings): OpenDesk {
  /** Files that were found damaged while they were open. */
  const suspects = new Set<string>();
  return async (choice) => {
    const { file } = choice;
    const { backUps, ports, work } = surroundings;
    const { clock, log } = ports;
    const soundness = await prepareCopy(file, { backUps, work, isSuspect: suspects.delete(file) });
    const pending = await lookAtPending(file, work);
    const care = new Care({ file, backUps, work, checkpointer: surroundings.checkpointer(file), clock, log });
    const opened = openWith(surroundings, {
      ...choice,
      isChecked: soundness !== 'unknown',
      pending,
      pause: care.pause,
      onWritten: care.written,
    });
    if (!opened.ok) {
      await care.end();
      return opened;
    }
    const desk = opened.value;
    care.begin(desk.db);
    if (soundness === 'as-closed') {
      care.checkSoon(() => {
        suspects.add(file);
        surroundings.onDamaged(choice);
      });
    }
    return succeed({
      ...desk,
      close: async () => {
        await care.end();
        await desk.close();
      },
    });
  };
}

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
