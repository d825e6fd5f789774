import type { FieldValue, Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { HttpRequest } from '../../../src/main/ports.ts';
import { MODE_NAMES, type ModeName } from '../../../src/service/mode.ts';
import { AccountClient } from '../account-client.ts';
import { startWorld, type World } from '../world.ts';

/** Which records a walk is about, and how a colleague gets at them without this app. */
export type Ground = {
  readonly world: World;
  readonly resource: Resource;
  /** The fields that a walk looks after. */
  readonly fields: readonly string[];
  /** What the service has of a record. */
  readonly stored: (id: RecordId) => Promise<Values | undefined>;
  /** Edits a record as it is now; answers the status. */
  readonly put: (id: RecordId, field: string, value: FieldValue) => Promise<number>;
  /** What a request of this app writes. */
  readonly readWrite: (request: HttpRequest) => Write;
};

/** A write: to which record, which values, and whether it goes over whatever is there. */
export type Write = { readonly id: RecordId; readonly attributes: Values; readonly isForced: boolean };

/** Key Accounts in either mode of the service, and Marketplace Accounts. */
export const GROUNDS = [...MODE_NAMES, 'marketplace'] as const;
export type GroundName = (typeof GROUNDS)[number];

/** Starts a world of three records. */
export const startGround = (name: GroundName): Promise<Ground> =>
  name === 'marketplace' ? marketplaceGround() : keyAccountsGround(name);

async function keyAccountsGround(mode: ModeName): Promise<Ground> {
  const world = await startWorld({ mode, records: 3 });
  const { colleague, clock } = world;
  const stored = async (id: RecordId): Promise<Values | undefined> => {
    const { status, body } = await colleague.request('GET', `/${id}`);
    return status === 200 ? (body as { data: { attributes: Values } }).data.attributes : undefined;
  };
  return {
    world,
    resource: keyAccounts,
    fields: ['first_name', 'last_name', 'email', 'remote_id'],
    stored,
    put: async (id, field, value) => {
      const token = (await stored(id))?.['updated_in_db_at'];
      const updated_at = new Date(clock.now()).toISOString();
      const attributes = { [field]: value, updated_at, updated_in_db_at: token };
      const data = { id, type: 'key_accounts', attributes };
      return (await colleague.request('PUT', `/${id}`, { data })).status;
    },
    readWrite: ({ body = '' }) => {
      const { data } = JSON.parse(body) as { data: Omit<Write, 'isForced'> };
      return { ...data, isForced: 'overwrite' in data.attributes };
    },
  };
}

async function marketplaceGround(): Promise<Ground> {
  const world = await startWorld({ records: 0, accounts: 3 });
  const colleague = new AccountClient(world.address, world.colleague.token);
  return {
    world,
    resource: marketplaceAccounts,
    fields: ['name', 'externalId', 'city', 'description'],
    stored: async (id) => marketplaceAccounts.readOne(await colleague.get(id))?.values,
    put: async (id, field, value) => {
      await colleague.put(id, field === 'city' ? { address: { city: value } } : { [field]: value });
      return 200;
    },
    readWrite: ({ body = '', headers }) => {
      const { id, address, ...attributes } = JSON.parse(body) as AccountWrite;
      const isForced = !('if-match' in headers);
      return { id, attributes: { ...(attributes as Values), ...address }, isForced };
    },
  };
}

type AccountWrite = { readonly id: RecordId; readonly address?: Values };
