import type { Values } from '#shared/model/field.ts';
import { RecordId } from '#shared/model/ids.ts';

/** The attributes of a record as the service answers them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Speaks to the service over HTTP without this app: to see what it has, and to be a colleague. */
export class ServiceClient {
  constructor(
    readonly address: string,
    readonly token: string,
  ) {}

  async request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.address}/api/v2/user/key_accounts${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
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

  /** The first records of the service, at most 500. */
  async list(count: number): Promise<{ id: RecordId; attributes: Attributes }[]> {
    const { body } = await this.request('GET', `?per_page=${String(count)}`);
    const { data } = body as { data: { id: string; attributes: Attributes }[] };
    return data.map(({ id, attributes }) => ({ id: RecordId.parse(id), attributes }));
  }

  /** How many records the service has. */
  async count(): Promise<number> {
    const { body } = await this.request('GET', '?per_page=1');
    return (body as { meta: { pagination: { total_count: number } } }).meta.pagination.total_count;
  }

  /** Edits a record under its present token. */
  async put(id: RecordId, changes: Values, at = new Date()): Promise<void> {
    const { updated_in_db_at } = await this.get(id);
    const attributes = { ...changes, updated_at: at.toISOString(), updated_in_db_at };
    const answer = await this.request('PUT', `/${id}`, { data: { id, type: 'key_accounts', attributes } });
    if (answer.status !== 200) throw new Error(`The colleague's edit was answered ${String(answer.status)}.`);
  }
}
