import type { Progress } from '#shared/model/sync-status.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { WritableDb } from '../database/handle.ts';
import type { Ports } from '../ports.ts';
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
  readonly onProgress: (progress: Progress) => void;
  readonly onChanged: (ids: readonly RecordId[]) => void;
};

/** This laptop's time, as it is stored. */
export const nowOf = ({ ports }: Pick<RoundContext, 'ports'>): string =>
  new Date(ports.clock.now()).toISOString();
