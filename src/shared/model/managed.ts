import { z } from 'zod';
import { Settings } from './settings.ts';

/** What an administrator may set for a laptop; what is absent is the person's own. There is no place for a token. */
export const ManagedSettings = z.strictObject({
  /** The origin of the one service that this laptop may be connected to. */
  serviceAddress: z.string().max(2000).optional(),
  intervalMinutes: Settings.shape.intervalMinutes.optional(),
  /** Whether the sample data is offered. */
  sampleData: z.boolean().optional(),
  /** Whether the app looks for new versions of itself. */
  updates: z.boolean().optional(),
});
export type ManagedSettings = z.infer<typeof ManagedSettings>;

/** Why nothing of a managed file is used; `key` names the setting that is the matter, where it is one. */
export type ManagedProblem = {
  readonly reason: 'unreadable' | 'writable' | 'too-large' | 'not-json' | 'unknown-key' | 'wrong-value';
  readonly key?: string;
};

/** What an administrator has set, as it was found when the app started. */
export type Managed = {
  /** Where it is looked for. */
  readonly file: string;
  readonly settings: ManagedSettings;
  /** Why the file is not used; then nothing is managed. */
  readonly problem: ManagedProblem | undefined;
};
