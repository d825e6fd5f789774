import type { Connection, StorageProblem } from '#shared/model/app-state.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import type { Result } from '#shared/result.ts';
import type { Ports, Transport } from './ports.ts';

/** Everything that opening a desk needs from the shell. */
export type DeskOptions = {
  readonly connection: Connection;
  /** The file of the local copy; its folder exists. */
  readonly file: string;
  /** The sign-in token of the connection, where there is one right now. */
  readonly token: () => string | undefined;
  readonly transport: Transport;
  readonly ports: Ports;
  readonly intervalMinutes: () => number;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onRecordsChanged: (ids: readonly RecordId[] | undefined) => void;
};

/** One open local copy with the sync that keeps it: all that the handlers of the bridge work on. */
export type Desk = {
  readonly connection: Connection;
  /** Stops the sync after its current transaction and closes the file. */
  readonly close: () => Promise<void>;
};

/** Opens the local copy and starts its sync; answers why when the file cannot be opened, and deletes nothing. */
export declare function openDesk(options: DeskOptions): Result<Desk, StorageProblem>;
