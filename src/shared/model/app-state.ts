import { z } from 'zod';

/** Where the records come from; the label is the service's host, empty for the sample, which has a name in every language. */
export type Connection = {
  readonly kind: 'service' | 'sample';
  readonly address: string;
  readonly label: string;
};

/** Why the local copy cannot be opened; nothing is deleted, and it is never taken for a first run. */
export const StorageProblemKind = z.enum([
  'newer',
  'foreign',
  'corrupt',
  'empty',
  'missing',
  'older',
  'locked',
  'read-only',
  'full',
  'runtime',
]);
export type StorageProblemKind = z.infer<typeof StorageProblemKind>;

/** A local copy that cannot be opened: why, which file, and what SQLite said. */
export type StorageProblem = {
  readonly kind: StorageProblemKind;
  readonly file: string;
  readonly detail: string;
};

/** Which part of the app the window shows. */
export type AppState =
  | { readonly screen: 'first-run' }
  | { readonly screen: 'desk'; readonly connection: Connection }
  | { readonly screen: 'storage-problem'; readonly problem: StorageProblem };
