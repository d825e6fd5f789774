import type { HistoryKind, RecordDetail, RecordFilter, SortKey } from '#shared/model/record.ts';
import { clockTime, countText, dayTime } from '../ui/times.ts';
import { quoted } from '../ui/words.ts';

/** The words of the list and of the record. */
export const words = {
  title: 'Key Accounts',
  search: 'Search Key Accounts',
  searchExample: 'Name, e-mail or SSO GUID',
  clearSearch: 'Clear the search',
  new: 'New',
  newTitle: 'New Key Account',
  filters: 'Filters',
  noMatch: 'No match',
  more: 'More',
  moreFilters: 'More filters',
  changedSince: 'Changed since',
  sinceDate: 'Since',
  show: 'Show',
  sortBy: 'Sort by',
  ascending: 'Ascending',
  descending: 'Descending',
  density: 'List density',
  noEmail: 'No e-mail',
  noReference: 'None',
  newTag: 'New',
  record: 'Record',
  history: 'History',
  previous: 'Previous record',
  next: 'Next record',
  closeRecord: 'Close the record',
  backToList: 'Back to the list',
  decide: 'Decide…',
  editedHere: 'Edited here',
  serverNewer: 'Server has a newer value',
  useIt: 'Use it',
  keepTyping: 'Keep typing',
  emailHint: 'This does not look like an e-mail address. It is saved as typed.',
  addReference: 'Add a GUID or number',
  empty: 'Empty',
  clear: 'Clear',
  keptByServer: 'Kept by the server',
  keptLast: 'Last known of the server',
  created: 'Created',
  updated: 'Updated',
  stored: 'Stored',
  notSentYet: 'Dates appear after this record is sent for the first time.',
  saveNew: 'Save on this laptop',
  newHint: 'It is sent when there is a connection.',
  discardNew: 'Discard',
  notSaved: 'Not saved yet.',
  serverSays: 'The server says',
  noHistory: 'Nothing has happened to this record yet.',
  undone: 'Taken back',
  searchWithoutFilters: 'Search without filters',
  showAll: 'Show all Key Accounts',
  escClears: 'clears the search',
  emptyTitle: 'No Key Accounts yet',
  emptyText: 'They appear here as soon as they have come from the server. You can already make new ones.',
  gettingTitle: 'Getting your Key Accounts',
  gettingText: 'They appear here as they come in. You can start working at once.',
} as const;

/** The names of the filters. */
export const filterWords: Readonly<Record<RecordFilter, string>> = {
  primary: 'Primary',
  waiting: 'Waiting',
  decision: 'Decision',
  attention: 'Attention',
  missing: 'Gone',
};

/** The names of what the list can be sorted by. */
export const sortWords: Readonly<Record<SortKey, string>> = {
  name: 'Name',
  email: 'E-mail',
  remote_id: 'SSO GUID',
  state: 'State',
  updated: 'Updated',
};

/** What happened, in a line of the history. */
export const historyWords: Readonly<Record<HistoryKind, string>> = {
  create: 'Made on this laptop',
  edit: 'Edited here',
  undo: 'Taken back here',
  pull: 'Came from the server',
  merge: 'Merged for you',
  conflict: 'Changed on both sides',
  decision: 'You decided',
  overwrite: 'You overwrote the server copy',
  sent: 'Sent to the server',
  refused: 'Refused by the server',
  missing: 'No longer on the server',
  returned: 'Back on the server',
  kept: 'Kept on this laptop only',
  hidden: 'Taken out of the list',
  'made-again': 'Made again from a record that was no longer on the server',
  adopted: 'Found on the server',
  'possible-duplicate': 'Perhaps on the server twice',
  'no-duplicate': 'Not a duplicate, you said',
  rewound: 'The server went back to an older version',
  salvaged: 'Put back from a damaged or replaced local copy',
};

/** The filter on a day in words: Changed since 1 Nov. */
export const sinceText = (iso: string | undefined): string =>
  iso === undefined ? words.changedSince : `${words.changedSince} ${dayTime(iso)}`;

/** How many are shown: 12,482; 38 of 12,482; No match. */
export function totalText(shown: number, all: number, isNarrowed: boolean): string {
  if (!isNarrowed) return countText(shown);
  return shown === 0 ? words.noMatch : `${countText(shown)} of ${countText(all)}`;
}

/** Which place a record has in the list: 1 of 12,482. */
export const placeText = (index: number, total: number): string =>
  `${countText(index + 1)} of ${countText(total)}`;

/** Whether the sync itself finds out what became of a record that was sent without an answer. */
const isAskedAfter = ({ state, possibleDuplicates }: RecordDetail): boolean =>
  state !== 'missing' && possibleDuplicates.length === 0;

/** What stands beside the chip of a record: 2 fields · edited 14:02. */
export function stateNote(detail: RecordDetail, editedFields: number): string {
  if (detail.sentWithoutAnswerAt !== undefined && isAskedAfter(detail)) {
    return `Sent ${clockTime(detail.sentWithoutAnswerAt)} without an answer, checked first.`;
  }
  const at = detail.editedAt === undefined ? '' : clockTime(detail.editedAt);
  if (detail.isNew) return at === '' ? words.newTag : `${words.newTag} · made ${at}`;
  const fields = editedFields === 1 ? '1 field' : `${countText(editedFields)} fields`;
  if (editedFields === 0) return '';
  return at === '' ? fields : `${fields} · edited ${at}`;
}

/** What an attention means for the data. */
export function attentionMeaning(editedFields: number): string {
  const changes =
    editedFields === 1
      ? 'Your 1 change is kept on this laptop. It is'
      : `Your ${countText(editedFields)} changes are kept on this laptop. They are`;
  return `${changes} sent again when you edit this record or try again.`;
}

/** An edit was taken back. */
export const takenBack = (name: string): string => `${words.undone}: ${name}`;

/** Nothing matches a search. */
export const noMatchTitle = (search: string): string =>
  search === '' ? 'No Key Account matches' : `No Key Account matches ${quoted(search)}`;

/** What narrows a search without a result, before the names of the filters. */
export const narrowLead = (filters: number): string =>
  filters === 1
    ? 'One filter narrows this: '
    : `${filters === 2 ? 'Two' : countText(filters)} filters narrow this: `;

/** What a search without filters would find. */
export function withoutFilters(total: number): string {
  if (total === 0) return 'Without filters there is no match either.';
  return total === 1
    ? 'Without filters there is 1 match.'
    : `Without filters there are ${countText(total)} matches.`;
}

/** The offer to make what was not found. */
export const newNamed = (search: string): string => `New Key Account ${quoted(search)}`;
