import { countText, spokenTime } from '../ui/times.ts';

/** The words of a record that the server no longer has. */
export const words = {
  card: 'No longer on the server',
  keep: 'Keep on this laptop',
  keepMeans: 'It stays in your list, on this laptop only. Nothing of it is sent.',
  hide: 'Take out of the list',
  again: 'Make it again on the server…',
  againMeans: 'A new record with these values is sent, and everybody sees it.',
  kept: 'Kept on this laptop only.',
  keptMeans: 'The server no longer has this record. Nothing of it is sent.',
  hidden: 'Taken out of the list.',
  hiddenMeans: 'The server no longer has this record. Its history is kept.',
  putBack: 'Put it back',
  isKept: 'Kept on this laptop only',
  isBack: 'It is in the list again, kept on this laptop only',
  confirmTitle: 'Make a new record for everybody?',
  confirmText:
    'Perhaps somebody removed this one on purpose. A new record with its values is sent as soon as there is a connection, and everybody sees it. The old one leaves your list; its history is kept.',
  confirm: 'Make a new record',
  isMadeAgain: 'A new record was made from it',
} as const;

const changes = (count: number): string =>
  count === 1 ? '1 unsent change' : `${countText(count)} unsent changes`;

/** What is so: The server no longer has this record (seen today 14:02). */
export const goneSentence = (since: string | undefined): string =>
  since === undefined
    ? 'The server no longer has this record.'
    : `The server no longer has this record (seen ${spokenTime(since)}).`;

/** What it means for the data. */
export function goneMeaning(unsent: number): string {
  if (unsent === 0) return 'Nothing was removed here. What should become of it?';
  const kept = unsent === 1 ? 'is kept here and is' : 'are kept here and are';
  return `Nothing was removed here. Your ${changes(unsent)} ${kept} not sent. What should become of it?`;
}

/** What taking it out of the list does. */
export function hideMeaning(unsent: number): string {
  if (unsent === 0) return 'It leaves your list. Its history is kept.';
  const kept = unsent === 1 ? 'goes' : 'go';
  return `It leaves your list. Your ${changes(unsent)} ${kept} into its history, and ${unsent === 1 ? 'is' : 'are'} never sent.`;
}

/** It was taken out of the list. */
export const hiddenText = (unsent: number): string =>
  unsent === 0
    ? 'Taken out of the list'
    : `Taken out of the list; your ${changes(unsent)} ${unsent === 1 ? 'is' : 'are'} in its history`;
