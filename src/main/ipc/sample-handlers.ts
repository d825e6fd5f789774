import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import { exploreSample, letColleagueEdit, removeSample, type SampleTools } from '../sample/sample.ts';
import type { Handlers } from './handler.ts';

/** Answers the calls about the sample. */
export const sampleHandlers = (tools: SampleTools): Handlers['sample'] => ({
  explore: { input: z.undefined(), run: () => exploreSample(tools) },
  remove: { input: z.undefined(), run: async () => succeed(await removeSample(tools)) },
  colleagueEdits: { input: z.undefined(), run: () => letColleagueEdit(tools) },
});
