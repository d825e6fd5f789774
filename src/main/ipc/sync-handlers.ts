import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import { listRounds } from '../database/rounds.ts';
import { readState, writeState } from '../database/sync-state.ts';
import { judgeVanished } from '../records/judge-vanished.ts';
import { atDesk, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

const ROUNDS_SHOWN = 50;

/** The calls about the sync. */
export const syncHandlers = (deskNow: DeskNow): Handlers['sync'] => ({
  status: { input: z.undefined(), run: atDesk(deskNow, ({ loop }) => succeed(loop.status())) },
  rounds: { input: z.undefined(), run: atDesk(deskNow, ({ db }) => succeed(listRounds(db, ROUNDS_SHOWN))) },
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
      judgeVanished(desk.db, desk.resource, { areGone, at: nowAt(desk) });
      desk.loop.refresh();
      if (areGone) desk.loop.request('person');
      return succeed(desk.loop.status());
    }),
  },
  noteRewound: {
    input: z.undefined(),
    run: atDesk(deskNow, ({ db, loop }) => {
      writeState(db, 'rewound', undefined);
      loop.refresh();
      return succeed(loop.status());
    }),
  },
  traits: { input: z.undefined(), run: atDesk(deskNow, ({ db }) => succeed(readState(db, 'traits'))) },
});
