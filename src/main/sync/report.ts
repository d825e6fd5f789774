// Step 6 of docs/sync.md: Report.
import type { SyncStatus } from '#shared/model/sync-status.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { countRecords } from '../database/record-list.ts';
import type { ReadableDb } from '../database/handle.ts';
import { isOutboxEmpty } from '../database/outbox.ts';
import { countHeld, readState } from '../database/sync-state.ts';

/** What only the running loop knows. */
export type LoopState = Pick<SyncStatus, 'progress' | 'nextRoundAt' | 'failure' | 'stuck'> & {
  readonly host: string;
  /** The connection as the last request left it. */
  readonly reached: 'connecting' | 'connected' | 'no-connection' | 'signed-out';
  /** Whether the last pull saw everything that the service has. */
  readonly isPulled: boolean;
};

/** Says where everything stands; `allSaved` only when nothing waits, nothing is open or aside and the last pull was complete. */
export function report(db: ReadableDb, resource: Resource, state: LoopState): SyncStatus {
  const stored = countRecords(db, resource);
  const held = countHeld(db);
  const counts = { ...stored, waiting: stored.waiting + held };
  const offlineSince = readState(db, 'offline_since');
  const isQuiet =
    counts.decisions === 0 && counts.attention === 0 && isOutboxEmpty(db, resource) && held === 0;
  return {
    connection: offlineSince === undefined ? state.reached : 'offline-by-choice',
    host: state.host,
    counts,
    allSaved: isQuiet && state.isPulled && state.failure === undefined,
    progress: state.progress,
    lastCompletePullAt: readState(db, 'last_complete_pull_at'),
    nextRoundAt: state.nextRoundAt,
    offlineSince,
    failure: state.failure,
    vanished: readState(db, 'vanished') ?? 0,
    stuck: state.stuck,
    rewound: readState(db, 'rewound'),
  };
}
