import type { RecordId } from '#shared/model/ids.ts';
import type { ListQuery } from '#shared/model/record.ts';

/** The names under which answers are kept; a shorter key names everything that begins with it. */
export const queryKeys = {
  appState: ['app', 'state'],
  // Under `app`: it is true of whichever desk is opened.
  recoveryReport: ['app', 'recovery'],
  storageInfo: ['storage', 'info'],
  examined: ['storage', 'examined'],
  diagnostics: ['diagnostics'],
  removal: ['storage', 'removal'],
  knownCopies: ['storage', 'copies'],
  settings: ['settings'],
  locale: ['locale'],
  connection: ['connection'],
  syncStatus: ['sync', 'status'],
  traits: ['sync', 'traits'],
  windows: ['key-accounts', 'list'],
  window: (query: ListQuery) => ['key-accounts', 'list', query],
  records: ['key-accounts', 'one'],
  record: (id: RecordId) => ['key-accounts', 'one', id],
  histories: ['key-accounts', 'history'],
  history: (id: RecordId) => ['key-accounts', 'history', id],
  decisions: ['decisions'],
  decisionList: ['decisions', 'list'],
  decision: (id: RecordId) => ['decisions', 'one', id],
  serverCopy: (id: RecordId) => ['server-copy', id],
  merged: ['decisions', 'merged'],
} as const;
