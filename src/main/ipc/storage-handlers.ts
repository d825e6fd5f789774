import { z } from 'zod';
import { CopyName, Recovery } from '#shared/model/storage.ts';
import { succeed } from '#shared/result.ts';
import { describeRemoval, removeData, type RemovalTools } from '../storage/removal.ts';
import { listKnownCopies, openKnownCopy, type CopyTools } from '../storage/known-copies.ts';
import {
  backUpNow,
  describeStorage,
  examine,
  recover,
  saveUnsent,
  tryAgain,
  type StorageTools,
} from '../storage/storage-acts.ts';
import type { Handlers } from './handler.ts';

/** Answers the calls about where records are kept. */
export const storageHandlers = (tools: StorageTools & CopyTools & RemovalTools): Handlers['storage'] => ({
  info: { input: z.undefined(), run: () => describeStorage(tools) },
  backUp: { input: z.undefined(), run: () => backUpNow(tools) },
  examine: { input: z.undefined(), run: () => examine(tools) },
  recover: { input: Recovery, run: (method) => recover(tools, method) },
  tryAgain: { input: z.undefined(), run: async () => succeed(await tryAgain(tools)) },
  saveUnsent: { input: z.undefined(), run: () => saveUnsent(tools) },
  copies: { input: z.undefined(), run: () => succeed(listKnownCopies(tools)) },
  openCopy: { input: z.strictObject({ name: CopyName }), run: ({ name }) => openKnownCopy(tools, name) },
  removal: { input: z.undefined(), run: () => describeRemoval(tools) },
  remove: {
    input: z.strictObject({ seen: z.int().nonnegative() }),
    run: (input) => removeData(tools, input),
  },
});
