import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import { listRounds } from '../database/rounds.ts';
import { atDesk, type DeskNow } from './at-desk.ts';
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
});
