import { z } from 'zod';
import { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { LogQuery, UnsentQuery } from '#shared/model/sync-centre.ts';
import { resources } from '#shared/resources/resources.ts';
import { succeed, type Result } from '#shared/result.ts';
import { listRounds } from '../database/rounds.ts';
import { readResourceState, writeResourceState } from '../database/sync-state.ts';
import type { Desk } from '../desk.ts';
import { discardHeld, restoreHeld } from '../records/discard-mine.ts';
import { judgeVanished } from '../records/judge-vanished.ts';
import { readHeld, readLogPage, readUnsent } from '../records/sync-centre.ts';
import { atDesk, atRecord, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

const ROUNDS_SHOWN = 50;

const OneRecord = z.strictObject({ id: RecordId });

/** The calls for what the sync centre lists. */
const listHandlers = (
  deskNow: DeskNow,
): Pick<Handlers['sync'], 'rounds' | 'unsent' | 'held' | 'decisionLog'> => ({
  rounds: { input: z.undefined(), run: atDesk(deskNow, ({ db }) => succeed(listRounds(db, ROUNDS_SHOWN))) },
  unsent: {
    input: UnsentQuery,
    run: atDesk(deskNow, ({ db }, query) => succeed(readUnsent(db, query))),
  },
  held: {
    input: z.undefined(),
    run: atDesk(deskNow, ({ db }) => succeed(readHeld(db))),
  },
  decisionLog: {
    input: LogQuery,
    run: atDesk(deskNow, ({ db }, query) => succeed(readLogPage(db, query))),
  },
});

/** Tells everybody what has become of work that waits for its record. */
function answerMoved({ loop, changed }: Desk, moved: Result<undefined>): Result<SyncStatus> {
  if (!moved.ok) return moved;
  changed([]);
  return succeed(loop.status());
}

const heldHandlers = (deskNow: DeskNow): Pick<Handlers['sync'], 'discardHeld' | 'restoreHeld'> => ({
  discardHeld: {
    input: OneRecord,
    run: atRecord(deskNow, (desk, { id }) =>
      answerMoved(desk, discardHeld(desk.db, desk.resource, { id, at: nowAt(desk) })),
    ),
  },
  restoreHeld: {
    input: OneRecord,
    run: atRecord(deskNow, (desk, { id }) =>
      answerMoved(desk, restoreHeld(desk.db, desk.resource, { id, at: nowAt(desk) })),
    ),
  },
});

/** The calls about the sync. */
export const syncHandlers = (deskNow: DeskNow): Handlers['sync'] => ({
  status: { input: z.undefined(), run: atDesk(deskNow, ({ loop }) => succeed(loop.status())) },
  ...listHandlers(deskNow),
  ...heldHandlers(deskNow),
  now: {
    input: z.undefined(),
    run: atDesk(deskNow, ({ loop }) => {
      loop.request('person');
      return succeed(undefined);
    }),
  },
  workOffline: {
    input: z.strictObject({ offline: z.boolean() }),
    run: atDesk(deskNow, ({ loop }, { offline }) => {
      loop.workOffline(offline);
      return succeed(loop.status());
    }),
  },
  judgeVanished: {
    input: z.strictObject({ areGone: z.boolean() }),
    run: atDesk(deskNow, (desk, { areGone }) => {
      for (const resource of resources) judgeVanished(desk.db, resource, { areGone, at: nowAt(desk) });
      desk.loop.refresh();
      if (areGone) desk.loop.request('person');
      return succeed(desk.loop.status());
    }),
  },
  noteRewound: {
    input: z.undefined(),
    run: atDesk(deskNow, ({ db, loop }) => {
      for (const resource of resources) writeResourceState(db, resource, 'rewound', undefined);
      loop.refresh();
      return succeed(loop.status());
    }),
  },
  traits: {
    input: z.undefined(),
    run: atDesk(deskNow, ({ db, resource }) => succeed(readResourceState(db, resource, 'traits'))),
  },
});
