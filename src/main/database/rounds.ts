import type { Round } from '#shared/model/sync-status.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

type Counts = Pick<Round, 'got' | 'sent' | 'merged' | 'decisions' | 'refused' | 'unanswered'>;

type RoundSql = {
  readonly round: number;
  readonly started_at: string;
  readonly took: number;
  readonly cause: Round['trigger'];
  readonly counts: string;
  readonly failure: string | null;
};

const KEPT = 500;

/** Writes a finished round down and forgets the ones that are too old to be asked for. */
export function addRound(db: WritableDb, round: Omit<Round, 'id'>): void {
  const { startedAt, took, trigger, failure, ...counts } = round;
  const newest = db.insert(
    `INSERT INTO rounds (started_at, took, cause, counts, failure)
     VALUES (:startedAt, :took, :trigger, :counts, :failure)`,
    {
      startedAt,
      took,
      trigger,
      counts: JSON.stringify(counts),
      failure: failure ? JSON.stringify(failure) : null,
    },
  );
  db.run('DELETE FROM rounds WHERE round <= :oldest', { oldest: newest - KEPT });
}

/** The last rounds, newest first, at most `limit`. */
export function listRounds(db: ReadableDb, limit: number): Round[] {
  const rows = db.all(
    'SELECT round, started_at, took, cause, counts, failure FROM rounds ORDER BY round DESC LIMIT :limit',
    { limit },
  ) as RoundSql[];
  return rows.map((row) => ({
    id: row.round,
    startedAt: row.started_at,
    took: row.took,
    trigger: row.cause,
    ...(JSON.parse(row.counts) as Counts),
    failure: row.failure === null ? undefined : (JSON.parse(row.failure) as Round['failure']),
  }));
}
