import { onTestFinished } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Transport } from '../../src/main/ports.ts';
import type { ModeName } from '../../src/service/mode.ts';
import { startService } from '../../src/service/start-service.ts';
import { Device } from './device.ts';
import { ServiceClient } from './service-client.ts';
import { ServiceClock } from './service-clock.ts';

const TOKEN = 'field-token';

/** A colleague who works on the service over HTTP, without this app. */
export class Colleague extends ServiceClient {
  constructor(
    address: string,
    readonly clock: ServiceClock,
  ) {
    super(address, TOKEN);
  }

  /** Edits a record as it is now, some seconds after whatever happened before. */
  async edit(id: RecordId, changes: Values): Promise<void> {
    this.clock.pass(5000);
    await this.put(id, changes, new Date(this.clock.now()));
    this.clock.pass(5000);
  }

  async remove(id: RecordId): Promise<void> {
    await this.request('DELETE', `/${id}`);
    this.clock.pass(5000);
  }
}

/** A service, a colleague, and as many laptops as a test needs; all of it ends with the test. */
export type World = {
  readonly address: string;
  readonly clock: ServiceClock;
  readonly colleague: Colleague;
  readonly device: (transport?: Transport, token?: string, resource?: Resource) => Device;
  /** The service's first record. */
  readonly first: () => Promise<RecordId>;
};

/** What a service starts with; `start` is the first time of its clock, ms since 1970. */
export type WorldOptions = {
  readonly mode?: ModeName;
  readonly records?: number;
  /** How many Marketplace Accounts. */
  readonly accounts?: number;
  readonly start?: number;
  /** The sign-in tokens that are good, all of them for the same records; the first one is the colleague's. */
  readonly tokens?: readonly [string, ...string[]];
};

/** Starts a service with sample people and a clock that only the test moves; it ends with the test. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { world, close } = await openWorld(options);
  onTestFinished(close);
  return world;
}

/** Starts the same world, which ends when it is closed. */
export async function openWorld({
  mode = 'modern',
  records = 12,
  accounts = 0,
  start,
  tokens = [TOKEN],
}: WorldOptions = {}): Promise<{
  readonly world: World;
  readonly close: () => Promise<void>;
}> {
  const clock = new ServiceClock(start);
  const service = await startService({ mode, tokens: [...tokens], records, accounts, seed: 7, clock });
  const colleague = new Colleague(service.address, clock);
  const world: World = {
    address: service.address,
    clock,
    colleague,
    device: (transport, token = TOKEN, resource = keyAccounts) => {
      const device = new Device(service.address, { token, resource, ...(transport && { transport }) });
      onTestFinished(() => {
        device.dispose();
      });
      return device;
    },
    first: async () => {
      const { body } = await colleague.request('GET', '?per_page=1');
      return RecordId.parse((body as { data: { id: string }[] }).data[0]?.id);
    },
  };
  return { world, close: service.close };
}
