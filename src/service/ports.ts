import { randomUUID } from 'node:crypto';

/** Where the service reads the time: milliseconds since 1970. */
export type Clock = { readonly now: () => number };

/** What the service takes from outside, so that a test can freeze it. */
export type Ports = {
  readonly clock: Clock;
  /** A UUID nobody has had before: for records, requests and the store itself. */
  readonly newId: () => string;
};

/** The clock of this computer. */
export const systemClock: Clock = { now: () => Date.now() };

/** The time and the ids of this computer. */
export const systemPorts: Ports = { clock: systemClock, newId: () => randomUUID() };
