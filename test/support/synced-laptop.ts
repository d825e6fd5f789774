import type { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { HttpRequest } from '../../src/main/ports.ts';
import { report } from '../../src/main/sync/report.ts';
import { noteTraits } from '../../src/main/sync/probe.ts';
import type { Device } from './device.ts';
import { FaultyLine, type Fault } from './faults.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A laptop that has everything its service has, the line between them, and two of the records. */
export type SyncedLaptop = {
  readonly world: World;
  readonly line: FaultyLine;
  readonly laptop: Device;
  /** The service's first record. */
  readonly id: RecordId;
  /** Another one. */
  readonly other: RecordId;
};

/** Starts a world with a laptop that has had its first round, some seconds after it. */
export async function syncedLaptop(options: WorldOptions = {}): Promise<SyncedLaptop> {
  const world = await startWorld(options);
  const line = new FaultyLine();
  const laptop = world.device(line.transport);
  await laptop.round();
  world.clock.pass(5000);
  const id = await world.first();
  const other = laptop.ids().find((one) => one !== id);
  if (!other) throw new Error('The world has fewer than two records.');
  return { world, line, laptop, id, other };
}

/** Runs some rounds, some seconds of the service's clock apart. */
export async function rounds({ laptop, world }: SyncedLaptop, count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    world.clock.pass(3000);
    await laptop.round();
  }
}

/** Lets every such request meet a fault from now on; the line sees those that the fault sends. */
export function always(
  { laptop, line }: SyncedLaptop,
  isMeant: (request: HttpRequest, url: string) => boolean,
  fault: Fault,
): void {
  laptop.options.transport = (url, request) =>
    isMeant(request, url) ? fault(url, request, line.transport) : line.transport(url, request);
}

/** Lets a laptop know that its service keeps the ids that it makes, as it does once a creation was answered. */
export const knowsItsIdsAreKept = ({ db }: Device): void => {
  noteTraits(db, keyAccounts, { keepsClientIds: true });
};

/** What a laptop says after a round that came to its end. */
export const statusOf = ({ db }: Device): SyncStatus =>
  report(db, [keyAccounts], {
    host: 'the service',
    reached: 'connected',
    isPulled: true,
    progress: undefined,
    nextRoundAt: undefined,
    failure: undefined,
    stuck: undefined,
  });
