import type { Decision } from '#shared/model/decision.ts';
import type {
  FoundPlace,
  Grouping,
  InboxPage,
  InboxPlace,
  InboxQuery,
  InboxRecord,
  Member,
} from '#shared/model/inbox.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import type { ReadableDb } from '../database/handle.ts';
import { readDecision } from './decisions.ts';
import { listEntries, type Entry } from './inbox-entries.ts';

type RecordEntry = Extract<Entry, { readonly kind: 'record' }>;

/** One window of the records that need a person's decision; only the records inside it are read. */
export function listInbox(db: ReadableDb, query: InboxQuery): InboxPage {
  const entries = listEntries(db, query.grouping);
  const members = entries.filter((entry) => entry.kind === 'record');
  const shown = entries.slice(query.offset, query.offset + query.limit);
  return {
    entries: shown.flatMap((entry) => {
      if (entry.kind === 'group') return entry;
      const decision = readDecision(db, resourceOf(entry.id), entry.id);
      return decision ? recordOf(entry, decision, query.grouping) : [];
    }),
    total: entries.length,
    members: members.length,
    records: new Set(members.map(({ id }) => id)).size,
  };
}

function recordOf({ id, group, open }: RecordEntry, decision: Decision, grouping: Grouping): InboxRecord {
  const field = grouping === 'field' ? decision.fields.find((one) => one.field === group) : undefined;
  return {
    kind: 'record',
    id,
    group,
    differs: field && { field: field.field, yours: field.local, server: field.remote },
    isAnswered: open.every(({ isAnswered }) => isAnswered),
    label: decision.label,
    fields: decision.fields.map((one) => one.field),
    decided: decision.fields.filter(({ choice }) => choice !== undefined).length,
    detectedAt: decision.detectedAt,
  };
}

/**
 * Finds the entry to be shown: the one that is open while it needs a decision, else the same record elsewhere in the
 * inbox, else the first one. Answers `undefined` when nothing needs a decision.
 */
export function findPlace(db: ReadableDb, { grouping, open }: InboxPlace): FoundPlace | undefined {
  const entries = listEntries(db, grouping);
  const records = entries.filter((entry) => entry.kind === 'record');
  const exact = records.findIndex(({ id, group }) => id === open?.id && group === open.group);
  const same = records.findIndex(({ id }) => id === open?.id);
  const at = exact >= 0 ? exact : Math.max(0, same);
  const found = records[at];
  if (!found) return undefined;
  return {
    index: entries.indexOf(found),
    open: memberOf(found),
    field: found.group === undefined ? undefined : found.open[0]?.field,
    before: at > 0 ? memberOf(records[at - 1]) : undefined,
    after: memberOf(records[at + 1]),
  };
}

function memberOf(entry: RecordEntry): Member;
function memberOf(entry: RecordEntry | undefined): Member | undefined;
function memberOf(entry: RecordEntry | undefined): Member | undefined {
  return entry && { id: entry.id, group: entry.group };
}
