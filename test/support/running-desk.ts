import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { SyncStatus, Trigger } from '#shared/model/sync-status.ts';
import { listRounds } from '../../src/main/database/rounds.ts';
import { openDesk, type Desk } from '../../src/main/desk.ts';
import { editRecord } from '../../src/main/records/edit-record.ts';
import { readDetail } from '../../src/main/records/record-detail.ts';
import { testPorts } from './device.ts';
import { FaultyLine } from './faults.ts';
import { emptyFolder } from './folder.ts';
import { VirtualClock } from './virtual-clock.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A desk whose sync runs, on a clock that only the test moves. */
export type RunningDesk = {
  readonly desk: Desk;
  readonly clock: VirtualClock;
  readonly line: FaultyLine;
  readonly world: World;
  /** Resolves when the status says so. */
  readonly until: (isReached: (status: SyncStatus) => boolean) => Promise<void>;
  /** Edits one field as a person does who saw its present value. */
  readonly edit: (id: RecordId, value: string) => void;
  /** What started the rounds so far, newest first. */
  readonly causes: () => Trigger[];
  /** Resolves when every round and every piece of work that waits by now has had its turn. */
  readonly turnOver: () => Promise<void>;
};

/** The file of the local copy and the sign-in; a new file and a good sign-in unless said otherwise. */
export type DeskAccess = { readonly file?: string; readonly token?: string; readonly account?: number };

/** Nothing runs, and the next round is planned. */
export const isQuiet = ({ progress, nextRoundAt }: SyncStatus): boolean =>
  progress === undefined && nextRoundAt !== undefined;

/** Lets three rounds of a desk go by, some seconds of the service's clock apart, and waits for their end. */
export async function settle(running: RunningDesk): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await running.until(isQuiet);
    running.world.clock.pass(5000);
    running.clock.pass(5 * 60_000);
    running.desk.loop.request('person');
    await running.turnOver();
  }
  await running.until(isQuiet);
}

/** Opens a desk in a world that is there already; its first round has been asked for when this returns. */
export function openDeskIn(
  world: World,
  { file = join(emptyFolder(), 'copy.db'), token = 'field-token', account = 0 }: DeskAccess = {},
): RunningDesk {
  const line = new FaultyLine();
  const clock = new VirtualClock();
  const opened = openDesk({
    connection: { kind: 'service', address: world.address, label: 'the service' },
    owner: { address: world.address, account },
    file,
    token: () => token,
    transport: line.transport,
    ports: { ...testPorts, clock, random: () => 1 },
    intervalMinutes: () => 5,
    pause: () => clock.sleep(0, new AbortController().signal),
    onStatus: () => undefined,
    onRecordsChanged: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.failure.detail);
  const desk = opened.value;
  onTestFinished(() => desk.close());
  return {
    desk,
    clock,
    line,
    world,
    until: (isReached) =>
      vi.waitFor(
        () => {
          expect(isReached(desk.loop.status())).toBe(true);
        },
        { timeout: 10_000, interval: 10 },
      ),
    edit: (id, value) => {
      const seen = readDetail(desk.db, desk.resource, id)?.values['last_download'] ?? null;
      const edit = { operation: OperationId.parse(randomUUID()), id, field: 'last_download', value, seen };
      editRecord(desk.db, desk.resource, { edit, at: new Date(clock.now()).toISOString() });
      desk.changed([id]);
    },
    causes: () => listRounds(desk.db, 50).map(({ trigger }) => trigger),
    turnOver: async () => {
      await desk.loop.betweenRounds(desk.resource, () => Promise.resolve());
    },
  };
}

/** Starts a world and opens a desk in it. */
export const runningDesk = async (options: WorldOptions & DeskAccess = {}): Promise<RunningDesk> =>
  openDeskIn(await startWorld(options), options);

/** A desk that has had its first round. */
export async function quietDesk(options: WorldOptions & DeskAccess = {}): Promise<RunningDesk> {
  const running = await runningDesk(options);
  await running.until(isQuiet);
  return running;
}
