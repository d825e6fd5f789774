import type { SyncStatus } from '#shared/model/sync-status.ts';

/** Where a connected laptop of ten records stands, but for what a test changes. */
export const statusWith = (change: Partial<SyncStatus>): SyncStatus => ({
  connection: 'connected',
  host: 'api.nord.example',
  counts: { total: 10, waiting: 0, decisions: 0, attention: 0, missing: 0, aside: 0 },
  byResource: {},
  allSaved: false,
  progress: undefined,
  lastCompletePullAt: undefined,
  nextRoundAt: undefined,
  offlineSince: undefined,
  failure: undefined,
  vanished: 0,
  stuck: undefined,
  rewound: undefined,
  ...change,
});
