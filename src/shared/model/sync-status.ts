import { z } from 'zod';
import type { ServiceFailure } from '../service-failure.ts';
import type { RecordId } from './ids.ts';

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
  /** Out of the list, no longer on the service, with an edit that is on this laptop only. */
  readonly aside: number;
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

/** A record that has waited for longer than it should, although there is a connection. */
export type Stuck = {
  readonly id: RecordId;
  readonly label: string;
  /** Since when its edit waits, ISO 8601. */
  readonly since: string;
  /** `no-answer`: a request is under way; `busy`: others edit it all the time; `failing`: the service has trouble with it. */
  readonly why: 'no-answer' | 'busy' | 'failing';
};

/** The service went back to an older state: how many records went back with it, and when that was seen (ISO 8601). */
export type Rewound = { readonly records: number; readonly at: string };

/** Everything the status bar says, and nothing that is not so. */
export type SyncStatus = {
  readonly connection: 'connecting' | 'connected' | 'no-connection' | 'signed-out' | 'offline-by-choice';
  readonly host: string;
  /** Over all resources. */
  readonly counts: Counts;
  /** For each resource that the service is known to have, by its name. */
  readonly byResource: Readonly<Partial<Record<string, Counts>>>;
  /** True only when nothing waits, nothing is undecided or aside, and the last complete pull succeeded. */
  readonly allSaved: boolean;
  readonly progress: Progress | undefined;
  readonly lastCompletePullAt: string | undefined;
  readonly nextRoundAt: string | undefined;
  readonly offlineSince: string | undefined;
  readonly failure: (ServiceFailure & { readonly at: string }) | undefined;
  /** How many records vanished from the service at once, when so many did that the app asks before believing it. */
  readonly vanished: number;
  readonly stuck: Stuck | undefined;
  /** Until a person has taken note of it. */
  readonly rewound: Rewound | undefined;
};
