import type { Database } from 'better-sqlite3';

/** The number of a change and its stamp, milliseconds since 1970. */
export type Taken = { readonly seq: number; readonly stampMs: number };

/** What the service counts over all its records, kept in the store so that a restart goes on where it was. */
export type Counters = {
  /** Names this store; another one, an earlier in-memory one included, has another. */
  readonly epoch: string;
  /** The number of the last change. */
  readonly lastSeq: () => number;
  /**
   * Takes the next change number, and a stamp for it: the given time, or one millisecond after the last stamp when the
   * clock has not moved past it.
   */
  readonly take: (now: number) => Taken;
  /** The last change whose deletion may have been forgotten. */
  readonly prunedSeq: () => number;
  /** Says that deletions up to this change are being forgotten. */
  readonly setPruned: (seq: number) => void;
};

const lost = (): never => {
  throw new Error('The store has lost the only row of its table "service".');
};

/** Opens the counters of a store. */
export function openCounters(db: Database): Counters {
  const epoch = db.prepare<[], string>('SELECT epoch FROM service').pluck().get();
  const lastSeq = db.prepare<[], number>('SELECT seq FROM service').pluck();
  const prunedSeq = db.prepare<[], number>('SELECT pruned_seq FROM service').pluck();
  const take = db.prepare<[number], Taken>(
    'UPDATE service SET seq = seq + 1, stamp_ms = max(stamp_ms + 1, ?) RETURNING seq, stamp_ms AS stampMs',
  );
  const setPruned = db.prepare<[number]>('UPDATE service SET pruned_seq = max(pruned_seq, ?)');
  return {
    epoch: epoch ?? lost(),
    lastSeq: () => lastSeq.get() ?? lost(),
    take: (now) => take.get(now) ?? lost(),
    prunedSeq: () => prunedSeq.get() ?? lost(),
    setPruned: (seq) => void setPruned.run(seq),
  };
}
