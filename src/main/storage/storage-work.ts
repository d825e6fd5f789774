import { z } from 'zod';
import { BackUp, BackUpFailure, BackUpReason, Salvaged } from '#shared/model/storage.ts';
import type { Result } from '#shared/result.ts';
import { checkCopy, layReady, makeBackUp } from '../database/back-up.ts';
import { migrateCopy } from '../database/migrate.ts';
import { salvage } from '../database/salvage.ts';
import { readUnsentWork, type UnsentRecord } from '../database/unsent-work.ts';

/** A piece of work on the file of a local copy that takes too long for the main process. */
export const StorageTask = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('back-up'),
    file: z.string(),
    target: z.string(),
    stamp: z.strictObject({ number: z.int(), at: z.string(), why: BackUpReason }),
  }),
  z.strictObject({ kind: z.literal('lay-ready'), backUp: z.string(), part: z.string() }),
  z.strictObject({ kind: z.literal('salvage'), file: z.string(), target: z.string() }),
  z.strictObject({ kind: z.literal('unsent'), file: z.string(), part: z.string() }),
  z.strictObject({ kind: z.literal('check'), file: z.string() }),
  z.strictObject({ kind: z.literal('migrate'), file: z.string() }),
]);
export type StorageTask = z.infer<typeof StorageTask>;
type TaskOf<Kind extends StorageTask['kind']> = Omit<Extract<StorageTask, { kind: Kind }>, 'kind'>;

/** The work itself: done beside the main process in the app, wherever it is called in tests. */
export type StorageWork = {
  readonly backUp: (task: TaskOf<'back-up'>) => Promise<Result<BackUp, BackUpFailure>>;
  /** Copies a back-up to where it can be put in place from; answers what is wrong with it, when it is not sound. */
  readonly layReady: (task: TaskOf<'lay-ready'>) => Promise<string | undefined>;
  readonly salvage: (task: TaskOf<'salvage'>) => Promise<Salvaged>;
  /** The unsent work as JSON. */
  readonly unsent: (task: TaskOf<'unsent'>) => Promise<string>;
  /** Whether SQLite finds every page of a copy sound. */
  readonly check: (task: TaskOf<'check'>) => Promise<boolean>;
  /** Whether a copy has the newest schema now. */
  readonly migrate: (task: TaskOf<'migrate'>) => Promise<boolean>;
};

const Answers = {
  'back-up': z.union([
    z.object({ ok: z.literal(true), value: BackUp }),
    z.object({ ok: z.literal(false), failure: BackUpFailure }),
  ]),
  'lay-ready': z.string().optional(),
  salvage: Salvaged,
  unsent: z.string(),
  check: z.boolean(),
  migrate: z.boolean(),
} as const;

const asJson = (records: readonly UnsentRecord[]): string => `${JSON.stringify({ records }, undefined, 2)}\n`;

/** Does one task, here and now. */
export function doStorageTask(task: StorageTask): unknown {
  switch (task.kind) {
    case 'back-up':
      return makeBackUp(task);
    case 'lay-ready':
      return layReady(task.backUp, task.part);
    case 'salvage':
      return salvage(task.file, { target: task.target });
    case 'unsent':
      return asJson(readUnsentWork(task.file, { part: task.part }));
    case 'check':
      return checkCopy(task.file) === undefined;
    case 'migrate':
      return migrateCopy(task.file);
  }
}

/** Makes the work out of a way to have a task done; an answer that is none is a bug and throws. */
export function storageWorkBy(run: (task: StorageTask) => Promise<unknown>): StorageWork {
  return {
    backUp: async (task) => Answers['back-up'].parse(await run({ kind: 'back-up', ...task })),
    layReady: async (task) => Answers['lay-ready'].parse(await run({ kind: 'lay-ready', ...task })),
    salvage: async (task) => Answers.salvage.parse(await run({ kind: 'salvage', ...task })),
    unsent: async (task) => Answers.unsent.parse(await run({ kind: 'unsent', ...task })),
    check: async (task) => Answers.check.parse(await run({ kind: 'check', ...task })),
    migrate: async (task) => Answers.migrate.parse(await run({ kind: 'migrate', ...task })),
  };
}
