import type { RecordId } from '#shared/model/ids.ts';
import type { RemoteRecord } from '#shared/resources/resource.ts';
import { unsentEdits } from '../database/outbox.ts';
import type { Desk } from '../desk.ts';
import type { Ports, Transport } from '../ports.ts';
import { httpRemote } from '../sync/http-remote.ts';
import type { Remote } from '../sync/remote.ts';
import { anotherValue, isPlausible, plausibleFields } from './plausible-edit.ts';

/** A record that has edits here which the service does not have yet. */
export type UnsentEdit = { readonly id: RecordId; readonly fields: readonly string[] };

/** What the colleague works with: a client of their own, and which edits are unsent here. */
export type ColleagueTools = {
  readonly remote: Remote;
  readonly unsent: readonly UnsentEdit[];
  readonly ports: Pick<Ports, 'clock' | 'random'>;
};

/** One edit that the colleague means to make, to the record as the service has it. */
type Plan = { readonly record: RemoteRecord; readonly field: string };

const MOST_CLASHES = 3;
const WITHOUT_UNSENT = 2;
const LIST_SIZE = 50;

/** Makes the sample's colleague: a second client of the same service that shares nothing else with this one. */
export const sampleColleague =
  (transport: Transport, ports: Ports) =>
  ({ connection, db, resource }: Desk, token: string): Promise<number> => {
    const { address } = connection;
    const remote = httpRemote({ resource, address, token: () => token, transport, clock: ports.clock });
    return playColleague({ remote, unsent: unsentEdits(db, resource), ports });
  };

/**
 * Plays a second person: edits up to three of the records that have unsent edits here, each in one of the same fields,
 * and the last of several in another field, so that a merge without a question is seen too. With nothing unsent, two
 * records of the list. Answers how many edits the service took.
 */
export async function playColleague(tools: ColleagueTools): Promise<number> {
  const { signal } = new AbortController();
  const clashes = await planClashes(tools, signal);
  const plans = clashes.length > 0 ? clashes : await planAnywhere(tools, signal);
  let edited = 0;
  for (const plan of plans) {
    if (await edit(tools, plan, signal)) edited += 1;
  }
  return edited;
}

async function planClashes({ remote, unsent }: ColleagueTools, signal: AbortSignal): Promise<Plan[]> {
  const found: { record: RemoteRecord; fields: readonly string[] }[] = [];
  for (const { id, fields } of unsent) {
    if (found.length === MOST_CLASHES) break;
    const answer = await remote.get(id, signal);
    // A record that was made here is not on the service yet: there is nothing to edit.
    if (answer.ok) found.push({ record: answer.value, fields });
  }
  return found.map(({ record, fields }, index) => {
    const isPeaceful = found.length > 1 && index === found.length - 1;
    return { record, field: isPeaceful ? otherThan(fields) : (fields.find(isPlausible) ?? otherThan([])) };
  });
}

const otherThan = (fields: readonly string[]): string =>
  plausibleFields.find((field) => !fields.includes(field)) ?? plausibleFields[0];

async function planAnywhere({ remote, ports }: ColleagueTools, signal: AbortSignal): Promise<Plan[]> {
  const answer = await remote.list({ page: 1, size: LIST_SIZE, etag: undefined }, signal);
  const rows = answer.ok && !answer.value.unchanged ? answer.value.page.rows : [];
  const first = Math.floor(ports.random() * Math.max(1, rows.length - WITHOUT_UNSENT));
  return rows.slice(first, first + WITHOUT_UNSENT).map((record) => ({ record, field: plausibleFields[0] }));
}

async function edit(
  { remote, ports }: ColleagueTools,
  { record, field }: Plan,
  signal: AbortSignal,
): Promise<boolean> {
  const changes = { [field]: anotherValue(field, record.values) };
  const updatedAt = new Date(ports.clock.now()).toISOString();
  const terms = { updatedAt, token: record.token, overwrite: false, over: record.values };
  return (await remote.update({ id: record.id, changes, terms }, signal)).ok;
}
