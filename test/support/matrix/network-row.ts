import type { ServiceFailureKind } from '#shared/service-failure.ts';
import type { ModeName } from '../../../src/service/mode.ts';
import type { Answer } from '../wire/message.ts';
import type { OtherServers } from './other-servers.ts';
import type { Fault, FaultProxy } from '../wire/fault-proxy.ts';

/** How a round ended that met a fault while it listed. */
export type Listed = ServiceFailureKind | 'whole' | 'partial';

/** What became of a change that met a fault: why the round ended, or where the change is now. */
export type Changed = ServiceFailureKind | 'sent' | 'waits' | 'needs attention' | 'missing';

/** What both phases of a row have to show. */
export type Shown = { readonly list: Listed; readonly change: Changed };

/** What a fault may need beside the line that it is on. */
export type Stage = {
  /** A second server, which must never hear anything. */
  readonly elsewhere: FaultProxy;
  readonly others: OtherServers;
};

/** One row of the network part of the matrix. */
export type NetworkRow = {
  readonly name: string;
  readonly fault: (stage: Stage) => Fault;
  /** Where requests go instead, when it is no fault of this line. */
  readonly goesTo?: (stage: Stage) => string;
  /** What is seen with Node's network stack, and with Electron's where that differs. */
  readonly shown: Shown;
  /** What is seen in one mode of the service, and in the app, where that differs. */
  readonly inMode?: Partial<Record<ModeName, Partial<Shown>>>;
  readonly inApp?: Partial<Shown>;
  /** Whether it lasts until a deadline: only then the laptop's clock is hurried. */
  readonly isSlow?: boolean;
  /** Whether the service acts although the answer is bad, so that it may have taken one request twice. */
  readonly isDoubled?: boolean;
};

/** A row that any other record would meet as well: its list and its change end with the same failure. */
export const both = (kind: ServiceFailureKind): Shown => ({ list: kind, change: kind });

/** A row whose failure may be the one record's: the change waits, and the others would go on. */
export const one = (kind: ServiceFailureKind): Shown => ({ list: kind, change: 'waits' });

/** Nothing is wrong. */
export const fine: Shown = { list: 'whole', change: 'sent' };

/** Lets the service act and its answer arrive changed. */
export const changed =
  (change: (answer: Answer) => Answer): (() => Fault) =>
  () =>
  async ({ forward, answer }) => {
    answer(change(await forward()));
  };

/** Answers in the service's place; the service never hears of it. */
export const inPlace =
  (told: Answer): (() => Fault) =>
  () =>
  ({ answer }) => {
    answer(told);
  };
