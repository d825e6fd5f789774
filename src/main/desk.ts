import type { Connection, StorageProblem } from '#shared/model/app-state.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { resources } from '#shared/resources/resources.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { WritableDb } from './database/handle.ts';
import { openLocalCopy, type LocalCopy } from './database/open.ts';
import { claim, type Owner } from './database/owner.ts';
import { storageProblemOf } from './database/storage-fault.ts';
import { redoHeld } from './records/put-back.ts';
import { lookAtPendingNow, putPendingBack, type Pending } from './storage/put-pending-back.ts';
import { recover } from './sync/recover.ts';
import type { Ports, Transport } from './ports.ts';
import { httpRemote } from './sync/http-remote.ts';
import type { ServedResource } from './sync/served-resource.ts';
import { SyncLoop } from './sync/sync-loop.ts';

/** More changed records than a screen is told one by one. */
const MOST_TOLD = 200;

/** Everything that opening a desk needs from the shell. */
export type DeskOptions = {
  readonly connection: Connection;
  /** Whose work the copy may hold; that of anybody else is not opened. */
  readonly owner: Owner;
  /** The file of the local copy; its folder exists. */
  readonly file: string;
  /** Whether every page of the file was found sound a moment ago. */
  readonly isChecked?: boolean;
  /** The salvaged copies that wait beside it, where they were looked at a moment ago. */
  readonly pending?: readonly Pending[];
  /** The sign-in token of the connection, where there is one right now. */
  readonly token: () => string | undefined;
  readonly transport: Transport;
  readonly ports: Ports;
  readonly intervalMinutes: () => number;
  /** Between two pieces of a long work: gives the window its turn and the disk its time. */
  readonly pause: () => Promise<void>;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onRecordsChanged: (ids: readonly RecordId[] | undefined) => void;
};

/** One open local copy with the sync that keeps it: all that the handlers of the bridge work on. */
export type Desk = {
  readonly connection: Connection;
  readonly db: WritableDb;
  /** What the calls about all records are about; one about a record is about that record's resource. */
  readonly resource: Resource;
  readonly ports: Ports;
  readonly loop: SyncLoop;
  /** Tells the windows and the sync that a person changed records. */
  readonly changed: (ids: readonly RecordId[]) => void;
  /** Tells the windows alone: nothing is to be sent. */
  readonly tell: (ids: readonly RecordId[]) => void;
  /** Stops the sync after its current transaction and closes the file. */
  readonly close: () => Promise<void>;
};

/** Opens the local copy and starts its sync; answers why when the file cannot be opened, and deletes nothing. */
export function openDesk(options: DeskOptions): Result<Desk, StorageProblem> {
  const opened = openOwnCopy(options);
  if (!opened.ok) return opened;
  const { connection, ports } = options;
  const { db, note, close } = opened.value;
  const tell = (ids: readonly RecordId[]): void => {
    options.onRecordsChanged(ids.length > MOST_TOLD ? undefined : ids);
  };
  const loop = startLoop(options, db, tell);
  return succeed({
    connection,
    db,
    resource: keyAccounts,
    ports,
    loop,
    tell,
    changed: (ids) => {
      note();
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

/** Opens the copy, sees whose it is, and brings it to where work can go on: also what was salvaged is in it then. */
function openOwnCopy(options: DeskOptions): Result<LocalCopy, StorageProblem> {
  const { file, owner, ports, isChecked = false } = options;
  const { log } = ports;
  const opened = openLocalCopy(file, { isChecked });
  if (!opened.ok) return opened;
  const { db, close } = opened.value;
  try {
    if (!claim(db, owner)) {
      close();
      return fail({ kind: 'foreign', file, detail: 'It belongs to another account.' });
    }
    for (const resource of resources) recover(db, resource);
    const pending = options.pending ?? lookAtPendingNow(file);
    putPendingBack(file, { pending, db, at: isoNow(ports), log });
    return opened;
  } catch (error) {
    close();
    const kind = storageProblemOf(error);
    if (kind === undefined) throw error;
    return fail({ kind, file, detail: String(error) });
  }
}

type Tell = (ids: readonly RecordId[]) => void;

function startLoop(options: DeskOptions, db: WritableDb, tell: Tell): SyncLoop {
  const { connection, ports } = options;
  const loop = new SyncLoop({
    db,
    resources: [servedTo(options, keyAccounts), servedTo(options, marketplaceAccounts)],
    ports,
    host: connection.label,
    intervalMinutes: options.intervalMinutes,
    pause: options.pause,
    onStatus: (status) => {
      options.onStatus(status);
      // What was salvaged without its record may have it now.
      const ids = status.progress === undefined ? redoAllHeld(db, isoNow(ports)) : [];
      if (ids.length === 0) return;
      tell(ids);
      loop.request('edit');
    },
    onChanged: tell,
  });
  loop.start();
  return loop;
}

const servedTo = (
  { connection: { address }, token, transport, ports: { clock } }: DeskOptions,
  resource: Resource,
): ServedResource => ({
  resource,
  remote: httpRemote({ resource, address, token, transport, clock }),
});

const redoAllHeld = (db: WritableDb, at: string): RecordId[] =>
  resources.flatMap((resource) => redoHeld(db, resource, at));

const isoNow = ({ clock }: Ports): string => new Date(clock.now()).toISOString();
