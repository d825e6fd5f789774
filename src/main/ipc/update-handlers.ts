import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import type { Updates } from '../updates/updates.ts';
import type { Handlers } from './handler.ts';

/** Answers the calls about new versions of the app. */
export const updateHandlers = (updates: Updates): Handlers['updates'] => ({
  state: { input: z.undefined(), run: () => succeed(updates.state()) },
  check: { input: z.undefined(), run: async () => succeed(await updates.check()) },
  download: { input: z.undefined(), run: async () => succeed(await updates.download()) },
  later: { input: z.undefined(), run: () => succeed(updates.later()) },
  restart: {
    input: z.undefined(),
    run: () => {
      updates.restart();
      return succeed(undefined);
    },
  },
});
