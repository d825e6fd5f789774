// Step 6 of docs/sync.md: Report.
import type { Counts, Rewound, SyncStatus } from '#shared/model/sync-status.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { countRecords } from '../database/record-list.ts';
import type { ReadableDb } from '../database/handle.ts';
import { isOutboxEmpty } from '../database/outbox.ts';
import { totalOf } from '../database/records.ts';
import { countHeld, readResourceState, readState } from '../database/sync-state.ts';

/** What only the running loop knows. */
export type LoopState = Pick<SyncStatus, 'progress' | 'nextRoundAt' | 'failure' | 'stuck'> & {
  readonly host: string;
  /** The connection as the last request left it. */
  readonly reached: 'connecting' | 'connected' | 'no-connection' | 'signed-out';
  /** Whether the last pull saw everything that the service has. */
  readonly isPulled: boolean;
};

/**
 * Says where everything stands, over all resources; `allSaved` only when nothing waits, nothing is open or aside and
 * the last pull was complete.
 */
export function report(db: ReadableDb, resources: readonly Resource[], state: LoopState): SyncStatus {
  const each = resources.map((resource) => countRecords(db, resource));
  const held = countHeld(db);
  const stored = each.reduce(sumOf);
  const counts = { ...stored, waiting: stored.waiting + held };
  const offlineSince = readState(db, 'offline_since');
  const isQuiet =
    counts.decisions === 0 && counts.attention === 0 && isEveryOutboxEmpty(db, resources) && held === 0;
  return {
    connection: offlineSince === undefined ? state.reached : 'offline-by-choice',
    host: state.host,
    counts,
    byResource: Object.fromEntries(
      resources.flatMap((resource, index) => {
        const own = each[index];
        return own && isHere(db, resource) ? [[resource.name, own]] : [];
      }),
    ),
    allSaved: isQuiet && state.isPulled && state.failure === undefined,
    progress: state.progress,
    lastCompletePullAt: lastCompletePullAt(db, resources),
    nextRoundAt: state.nextRoundAt,
    offlineSince,
    failure: state.failure,
    vanished: resources.reduce(
      (sum, resource) => sum + (readResourceState(db, resource, 'vanished') ?? 0),
      0,
    ),
    stuck: state.stuck,
    rewound: rewoundOf(db, resources),
  };
}

const sumOf = (one: Counts, other: Counts): Counts => ({
  total: one.total + other.total,
  waiting: one.waiting + other.waiting,
  decisions: one.decisions + other.decisions,
  attention: one.attention + other.attention,
  missing: one.missing + other.missing,
  aside: one.aside + other.aside,
});

const isEveryOutboxEmpty = (db: ReadableDb, resources: readonly Resource[]): boolean =>
  resources.every((resource) => isOutboxEmpty(db, resource));

/** Whether the service has a resource, as far as is known. */
const isHere = (db: ReadableDb, resource: Resource): boolean =>
  resource.isExpected || readResourceState(db, resource, 'is_offered') === true || totalOf(db, resource) > 0;

/** When everything had last been seen: what was seen longest ago says it for all. */
function lastCompletePullAt(db: ReadableDb, resources: readonly Resource[]): string | undefined {
  const moments = resources
    .filter((resource) => isHere(db, resource))
    .map((resource) => readResourceState(db, resource, 'last_complete_pull_at'));
  const known = moments.filter((at) => at !== undefined);
  return known.length === moments.length ? known.sort().at(0) : undefined;
}

function rewoundOf(db: ReadableDb, resources: readonly Resource[]): Rewound | undefined {
  const all = resources.flatMap((resource) => readResourceState(db, resource, 'rewound') ?? []);
  const at = all
    .map((one) => one.at)
    .sort()
    .at(0);
  return at === undefined ? undefined : { at, records: all.reduce((sum, { records }) => sum + records, 0) };
}
