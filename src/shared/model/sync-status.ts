import { z } from 'zod';
import type { ServiceFailure } from '../service-failure.ts';

/** What started a round. */
export const Trigger = z.enum(['start', 'interval', 'reconnect', 'resume', 'edit', 'person', 'retry']);
export type Trigger = z.infer<typeof Trigger>;

/** How many records there are, and how many of them are not simply on the server. */
export type Counts = {
  readonly total: number;
  readonly waiting: number;
  readonly decisions: number;
  readonly attention: number;
  readonly missing: number;
};

/** How far the running round is. */
export type Progress = {
  readonly phase: 'checking' | 'getting' | 'sending';
  readonly done: number;
  readonly total: number | undefined;
};

/** A finished round as the sync centre lists it; times are ISO 8601, `took` is in milliseconds. */
export type Round = {
  readonly id: number;
  readonly startedAt: string;
  readonly took: number;
  readonly trigger: Trigger;
  readonly got: number;
  readonly sent: number;
  readonly merged: number;
  readonly decisions: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly failure: ServiceFailure | undefined;
};

/** Everything the status bar says, and nothing that is not so. */
export type SyncStatus = {
  readonly connection: 'connecting' | 'connected' | 'no-connection' | 'signed-out' | 'offline-by-choice';
  readonly host: string;
  readonly counts: Counts;
  /** True only when nothing waits, nothing is undecided and the last complete pull succeeded. */
  readonly allSaved: boolean;
  readonly progress: Progress | undefined;
  readonly lastCompletePullAt: string | undefined;
  readonly nextRoundAt: string | undefined;
  readonly offlineSince: string | undefined;
  readonly failure: (ServiceFailure & { readonly at: string }) | undefined;
  /** How many records vanished from the service at once, when so many did that the app asks before believing it. */
  readonly vanished: number;
};
