import type { FieldValue, Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Grouping, InboxPlace, InboxScope } from '#shared/model/inbox.ts';
import type { ListQuery } from '#shared/model/record.ts';
import type { Narrowing } from '#shared/model/selection.ts';
import type { SyncPart } from '#shared/model/sync-centre.ts';

/** The names under which answers are kept; a shorter key names everything that begins with it. */
export const queryKeys = {
  appState: ['app', 'state'],
  // Under `app`: it is true of whichever desk is opened.
  recoveryReport: ['app', 'recovery'],
  brokenOff: ['app', 'broken-off'],
  storageInfo: ['storage', 'info'],
  examined: ['storage', 'examined'],
  diagnostics: ['diagnostics'],
  removal: ['storage', 'removal'],
  knownCopies: ['storage', 'copies'],
  settings: ['settings'],
  managed: ['managed'],
  locale: ['locale'],
  zoom: ['zoom'],
  dataFolder: ['data-folder'],
  updates: ['updates'],
  canNotify: ['can-notify'],
  connection: ['connection'],
  syncStatus: ['sync', 'status'],
  traits: ['sync', 'traits'],
  syncCentre: ['sync-centre'],
  unsent: (part: SyncPart, page: number) => ['sync-centre', 'unsent', part, page],
  held: ['sync-centre', 'held'],
  rounds: ['sync-centre', 'rounds'],
  decisionLog: ['sync-centre', 'log'],
  windows: ['key-accounts', 'list'],
  window: (source: string, query: ListQuery) => ['key-accounts', 'list', source, query],
  counted: (source: string, narrowing: Narrowing) => ['key-accounts', 'list', source, 'counted', narrowing],
  facts: (id: RecordId) => ['key-accounts', 'one', id, 'facts'],
  totals: ['key-accounts', 'totals'],
  total: (narrowing: Narrowing) => ['key-accounts', 'totals', narrowing],
  // Under `list`: any change of a record may make another one alike.
  alike: (values: Values) => ['key-accounts', 'list', 'alike', values],
  // Under `list`, too: a change of any record may make it look like this one.
  allLookalikes: ['key-accounts', 'list', 'lookalikes'],
  lookalikes: (id: RecordId) => ['key-accounts', 'list', 'lookalikes', id],
  // Under the list: what changes it changes how much of it is selected.
  selectionCount: (name: string, list: Narrowing) => ['key-accounts', 'list', 'count', name, list],
  noSelection: ['no-selection'],
  mergedSelection: (name: string) => ['key-accounts', 'list', 'merged', name],
  selectedAmong: (name: string, ids: readonly RecordId[]) => ['key-accounts', 'list', 'among', name, ids],
  bulkPreview: (name: string, field: string, value: FieldValue) => ['bulk-preview', name, field, value],
  records: ['key-accounts', 'one'],
  record: (id: RecordId) => ['key-accounts', 'one', id],
  histories: ['key-accounts', 'history'],
  history: (id: RecordId) => ['key-accounts', 'history', id],
  views: ['views'],
  drafts: ['drafts'],
  draftsOf: (id: RecordId | undefined) => ['drafts', id ?? 'new'],
  decisions: ['decisions'],
  inbox: (grouping: Grouping, window: number) => ['decisions', 'inbox', grouping, window],
  inboxFound: (place: InboxPlace) => ['decisions', 'found', place],
  // Not under `decisions`: what changes there does not move the person.
  inboxPlace: ['inbox-place'],
  // Whether this window is settling decisions just now.
  settling: ['settling'],
  // The record whose decision this window settled last.
  settledHere: ['settled-here'],
  preview: (scope: InboxScope) => ['preview', scope],
  decision: (id: RecordId) => ['decisions', 'one', id],
  serverCopy: (id: RecordId) => ['server-copy', id],
  merged: (window: number) => ['decisions', 'merged', window],
} as const;
