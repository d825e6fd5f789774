import type { ModeName } from '../../src/service/mode.ts';
import type { Script } from './script.ts';
import type { Violation } from './world.ts';

/** Worlds to run: so many seeds from one on, in each of some modes. */
export type RunJob = {
  readonly kind: 'run';
  readonly modes: readonly ModeName[];
  readonly from: number;
  readonly seeds: number;
  readonly stopsAtFirst: boolean;
};

/** What a worker is asked to do. */
export type Job =
  | RunJob
  | { readonly kind: 'shrink'; readonly script: Script; readonly rule: string }
  | { readonly kind: 'replay'; readonly script: Script };

/** A world that broke a rule. */
export type Failure = { readonly violation: Violation; readonly script: Script };

/** What came of a job. */
export type JobReport = {
  /** How many worlds were run. */
  readonly worlds: number;
  readonly actions: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
  /** The story of a replay. */
  readonly lines: readonly string[];
};
