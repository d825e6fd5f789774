import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AppState, StorageProblem } from '#shared/model/app-state.ts';
import type { Round } from '#shared/model/sync-status.ts';
import type { DeskChoice } from '../current-desk.ts';
import { countAll } from '../database/back-up.ts';
import { SCHEMA_VERSION } from '../database/migrate.ts';
import { listRounds } from '../database/rounds.ts';
import { countHeld, readResourceState } from '../database/sync-state.ts';
import type { Desk } from '../desk.ts';
import type { BackUps } from '../storage/back-ups.ts';
import { filesOf } from '../storage/copy-files.ts';

const ROUNDS = 50;

/** One value of the diagnostics. */
export type Fact =
  string | number | boolean | null | undefined | readonly Fact[] | { readonly [name: string]: Fact };

/** What the open copy tells: its schema, counts, traits, rounds and how the sync stands; nothing that a person typed. */
export function factsOfDesk({ db, loop }: Desk): Fact {
  const { connection, counts, allSaved, failure, stuck, vanished, ...times } = loop.status();
  return {
    counts: { ...counts, ...countAll(db), held: countHeld(db) },
    sync: {
      connection,
      allSaved,
      vanished,
      lastCompletePullAt: times.lastCompletePullAt,
      nextRoundAt: times.nextRoundAt,
      offlineSince: times.offlineSince,
      rewound: times.rewound,
      failure: failure && factsOfFailure(failure),
      stuck: stuck && { since: stuck.since, why: stuck.why },
    },
    service: readResourceState(db, keyAccounts, 'traits'),
    rounds: listRounds(db, ROUNDS).map(({ failure: why, ...round }) => ({
      ...round,
      failure: why && factsOfFailure(why),
    })),
  };
}

// The service's sentences may quote what a person typed.
const factsOfFailure = ({ kind, status, sentences }: NonNullable<Round['failure']>): Fact => ({
  kind,
  status,
  about: sentences?.map(({ field, code }) => ({ field, code })),
});

/** Where records are kept: sizes in bytes, back-ups, and what is wrong with the copy when it cannot be opened. */
export function factsOfStorage(
  state: AppState,
  { choice, backUps }: { choice: DeskChoice | undefined; backUps: BackUps },
): Fact {
  const problem = state.screen === 'storage-problem' ? factsOfProblem(state.problem) : undefined;
  const { schema, screen } = { schema: SCHEMA_VERSION, screen: state.screen };
  if (!choice) return { screen, schema, problem };
  const { file } = choice;
  const { bavail, bsize } = statfsSync(dirname(file));
  return {
    screen,
    schema,
    problem,
    bytes: filesOf(file).map((path) => (existsSync(path) ? statSync(path).size : 0)),
    bytesFree: bavail * bsize,
    backUps: backUps.list(file),
    backUpFailure: backUps.failure(file),
  };
}

const factsOfProblem = ({ kind, detail }: StorageProblem): Fact => ({ kind, detail });
