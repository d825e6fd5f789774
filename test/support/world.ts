import { onTestFinished } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { RecordId } from '#shared/model/ids.ts';
import type { Transport } from '../../src/main/ports.ts';
import type { ModeName } from '../../src/service/mode.ts';
import { startService } from '../../src/service/start-service.ts';
import { Device } from './device.ts';
import { ServiceClock } from './service-clock.ts';

const TOKEN = 'field-token';

type Attributes = Readonly<Record<string, unknown>>;

/** A colleague who works on the service over HTTP, without this app. */
export class Colleague {
  constructor(
    readonly address: string,
    readonly clock: ServiceClock,
  ) {}

  async request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.address}/api/v2/user/key_accounts${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body !== undefined && { 'content-type': 'application/vnd.api+json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  async get(id: RecordId): Promise<Attributes> {
    const { body } = await this.request('GET', `/${id}`);
    return (body as { data: { attributes: Attributes } }).data.attributes;
  }

  /** How many records the service has. */
  async count(): Promise<number> {
    const { body } = await this.request('GET', '?per_page=1');
    return (body as { meta: { pagination: { total_count: number } } }).meta.pagination.total_count;
  }

  /** Edits a record as it is now, some seconds after whatever happened before. */
  async edit(id: RecordId, changes: Values): Promise<void> {
    this.clock.pass(5000);
    const { updated_in_db_at } = await this.get(id);
    const updated_at = new Date(this.clock.now()).toISOString();
    const attributes = { ...changes, updated_at, updated_in_db_at };
    const answer = await this.request('PUT', `/${id}`, { data: { id, type: 'key_accounts', attributes } });
    if (answer.status !== 200) throw new Error(`The colleague's edit was answered ${String(answer.status)}.`);
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
  readonly device: (transport?: Transport, token?: string) => Device;
  /** The service's first record. */
  readonly first: () => Promise<RecordId>;
};

/** Starts a service with sample people and a clock that only the test moves. */
export async function startWorld({
  mode = 'modern' as ModeName,
  records = 12,
  start = undefined as number | undefined,
} = {}): Promise<World> {
  const clock = new ServiceClock(start);
  const service = await startService({ mode, tokens: [TOKEN], records, seed: 7, clock });
  onTestFinished(() => service.close());
  const colleague = new Colleague(service.address, clock);
  return {
    address: service.address,
    clock,
    colleague,
    device: (transport, token = TOKEN) => {
      const device = new Device(service.address, { token, ...(transport && { transport }) });
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
}
