import type { Connection, StorageProblem } from '#shared/model/app-state.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { WritableDb } from './database/handle.ts';
import { openLocalCopy } from './database/open.ts';
import { recover } from './sync/recover.ts';
import type { Ports, Transport } from './ports.ts';
import { httpRemote } from './sync/http-remote.ts';
import { SyncLoop } from './sync/sync-loop.ts';

/** More changed records than a screen is told one by one. */
const MOST_TOLD = 200;

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
  readonly db: WritableDb;
  readonly resource: Resource;
  readonly ports: Ports;
  readonly loop: SyncLoop;
  /** Tells the windows and the sync that a person changed records. */
  readonly changed: (ids: readonly RecordId[]) => void;
  /** Stops the sync after its current transaction and closes the file. */
  readonly close: () => Promise<void>;
};

/** Opens the local copy and starts its sync; answers why when the file cannot be opened, and deletes nothing. */
export function openDesk(options: DeskOptions): Result<Desk, StorageProblem> {
  const opened = openLocalCopy(options.file);
  if (!opened.ok) return opened;
  const { connection, token, transport, ports } = options;
  const { db, close } = opened.value;
  const resource = keyAccounts;
  recover(db, resource);
  const tell = (ids: readonly RecordId[]): void => {
    options.onRecordsChanged(ids.length > MOST_TOLD ? undefined : ids);
  };
  const loop = new SyncLoop({
    db,
    resource,
    remote: httpRemote({ resource, address: connection.address, token, transport, clock: ports.clock }),
    ports,
    host: connection.label,
    intervalMinutes: options.intervalMinutes,
    onStatus: options.onStatus,
    onChanged: tell,
  });
  loop.start();
  return succeed({
    connection,
    db,
    resource,
    ports,
    loop,
    changed: (ids) => {
      tell(ids);
      loop.refresh();
      loop.request('edit');
    },
    close: async () => {
      await loop.stop();
      close();
    },
  });
}
