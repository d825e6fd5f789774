import type { Progress } from '#shared/model/sync-status.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RemoteRecord, Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { readResourceState } from '../database/sync-state.ts';
import type { Ports } from '../ports.ts';
import type { Sighting } from './apply-remote.ts';
import type { Holds } from './holds.ts';
import type { Remote } from './remote.ts';
import type { Tally } from './tally.ts';

/** What every step of a round works with. */
export type RoundContext = {
  readonly db: WritableDb;
  readonly resource: Resource;
  readonly remote: Remote;
  readonly ports: Ports;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  readonly holds: Holds;
  /** Between two pieces of a long work: gives the window its turn and the disk its time. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
  readonly onChanged: (ids: readonly RecordId[]) => void;
};

/** This laptop's time, as it is stored. */
export const nowOf = ({ ports }: Pick<RoundContext, 'ports'>): string =>
  new Date(ports.clock.now()).toISOString();

/** How far apart two tokens may be that the service takes for equal, as far as it was seen, ms. */
export const marginOf = (db: ReadableDb, resource: Resource): number =>
  Math.max(readResourceState(db, resource, 'traits')?.tolerance ?? 0, 0);

/** An answer about one record, as the merge takes it. */
export const sightingOf = (
  context: RoundContext,
  { value, serverDate }: { readonly value: RemoteRecord; readonly serverDate: number | undefined },
): Sighting => ({
  remote: value,
  serverDate,
  at: nowOf(context),
  margin: marginOf(context.db, context.resource),
});
