import type { MergedRecord } from '#shared/model/decision.ts';
import { fieldLabel } from '../ui/field-text.ts';
import { countText, insideTime, spokenTime } from '../ui/times.ts';

/** The words of the decisions. */
export const words = {
  title: 'Decisions',
  inbox: 'Inbox',
  workspace: 'Decision',
  back: 'Back to the decisions',
  previous: 'Previous decision',
  next: 'Next decision',
  progress: 'Progress',
  otherField: 'other field',
  previousField: 'Previous field',
  nextField: 'Next field',
  useYours: 'Use yours',
  useServer: 'Use server’s',
  typeAnother: 'Type another',
  decideLater: 'Decide later',
  useThis: 'Use this',
  anotherValue: 'Another value',
  change: 'Change',
  open: 'Open',
  typed: 'Typed',
  notDecided: 'Not decided yet',
  result: 'Resulting record',
  resultHint: 'sent after you save',
  created: 'Created',
  updated: 'Updated',
  save: 'Save result',
  overwrite: 'Overwrite the server copy…',
  showRecord: 'Show the record',
  mergedTitle: 'Merged for you',
  mergedNone: 'Nothing was merged without you.',
  mergedHint: 'Changed in different fields, so both sides stand.',
  undone: 'Taken back',
  emptyTitle: 'Nothing needs your decision',
  emptyText: 'When somebody else changes the same field as you, both versions wait here.',
  stale: 'The server’s version changed again. The newest is shown; your other answers stand.',
  closed: 'This decision was settled meanwhile.',
  savedResult: 'Result saved on this laptop',
  overwritten: 'The server copy was overwritten. What it had is kept in the history.',
  overwriteTitle: 'Overwrite the server copy',
  overwriteText:
    'Asked from the server just now. Overwriting puts your values there, also over what others changed. What is replaced stays in the history.',
  overwriteAsking: 'Asking the server what it has now…',
  field: 'Field',
  serverNow: 'On the server now',
  willBeSent: 'Will be sent',
  overwriteSame: 'The server already has these values.',
} as const;

const fieldsText = (count: number): string => (count === 1 ? '1 field' : `${countText(count)} fields`);

/** How many records need the person. */
export const needText = (count: number): string =>
  count === 1 ? '1 needs you' : `${countText(count)} need you`;

/** How many records were merged without a question. */
export const mergedText = (count: number): string => `${countText(count)} merged for you`;

/** All that were merged. */
export const allText = (count: number): string => `All ${countText(count)}`;

/** How far a record is: 1 of 3. */
export const decidedText = (decided: number, of: number): string =>
  `${countText(decided)} of ${countText(of)}`;

/** What a decision is about. */
export const conflictText = (count: number): string =>
  count === 1
    ? '1 field was changed here and on the server'
    : `${fieldsText(count)} were changed here and on the server`;

/** Which field is open: Field 2 of 3. */
export const fieldPlace = (index: number | undefined, count: number): string =>
  index === undefined
    ? `${fieldsText(count)} decided`
    : `Field ${countText(index + 1)} of ${countText(count)}`;

/** When a value was typed here. */
export const typedAt = (at: string | undefined): string =>
  at === undefined ? 'typed here' : `typed here ${spokenTime(at)}`;

/** When the server's value was made. */
export const changedAt = (at: string | undefined): string =>
  at === undefined ? 'changed there' : `changed ${insideTime(at)}`;

/** What stands beside the button that saves: 2 fields left. */
export const leftText = (count: number): string =>
  count === 0 ? 'All fields decided' : `${fieldsText(count)} left`;

/** Whose values a merge took: E-mail yours, Last name server’s. */
export function mergeText({ yours, server }: MergedRecord): string {
  const parts = [
    ...yours.map((field) => `${fieldLabel(field)} yours`),
    ...server.map((field) => `${fieldLabel(field)} server’s`),
  ];
  return parts.join(', ');
}

/** The act of the overwrite dialog. */
export const overwriteAct = (count: number): string => `Overwrite ${fieldsText(count)}`;
