import type { FieldValue, Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { RemoteRecord } from '#shared/resources/resource.ts';

/** What the service holds, asked over HTTP. */
export type ServiceView = {
  readonly records: ReadonlyMap<RecordId, RemoteRecord>;
  /** The records that changed after a delta cursor; `undefined` where there is no delta or no cursor. */
  readonly changedSince: ReadonlySet<RecordId> | undefined;
};

/** Who asks the service for the audit. */
export type Asker = {
  readonly request: (
    method: string,
    path: string,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
};

/** Reads every record of the service, and what it has changed since a cursor. */
export async function readService(service: Asker, cursor: string | undefined): Promise<ServiceView> {
  const records = new Map<RecordId, RemoteRecord>();
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const { status, body } = await service.request('GET', `?page=${String(page)}&per_page=500`);
    const read = keyAccounts.readPage(body);
    if (status !== 200 || !read) throw new Error(`The service answered the audit with ${String(status)}.`);
    for (const record of read.rows) records.set(record.id, record);
    pages = read.pages?.count ?? 1;
  }
  // The delta last: what somebody writes after the list was read can only be more in the delta, never less.
  const changedSince = cursor === undefined ? undefined : await readChanges(service, cursor);
  return { records, changedSince };
}

async function readChanges(service: Asker, from: string): Promise<Set<RecordId> | undefined> {
  const changed = new Set<RecordId>();
  for (let cursor = from, isMore = true; isMore;) {
    const { status, body } = await service.request('GET', `?${keyAccounts.deltaQuery(cursor)}`);
    const read = status === 200 ? keyAccounts.readPage(body) : undefined;
    if (!read?.delta) return undefined;
    for (const { id } of read.rows) changed.add(id);
    for (const id of read.removed) changed.add(id);
    isMore = read.delta.more;
    cursor = read.delta.cursor;
  }
  return changed;
}

/** Whether two values of a field are the same for a person. */
export const isSame = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  String(a ?? '') === String(b ?? '');

/** The value of one field, null where there is none. */
export const at = (values: Values | undefined, field: string): FieldValue => values?.[field] ?? null;
