import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import type { Diagnostics } from '../diagnostics/bundle.ts';
import type { Handlers } from './handler.ts';

/** Answers the calls about the diagnostics. */
export const diagnosticsHandlers = (diagnostics: Diagnostics): Handlers['diagnostics'] => ({
  prepare: { input: z.undefined(), run: async () => succeed(await diagnostics.prepare()) },
  save: { input: z.undefined(), run: () => diagnostics.save() },
});
