import { clockTime, countText } from '../ui/times.ts';

/** The words of a record that may be on the server twice. */
export const words = {
  card: 'Possible duplicate',
  same: 'The same in every field',
  field: 'Field',
  thisOne: 'This one',
  theOther: 'The other',
  openIt: 'Open it',
  isThisOne: 'It is this one',
  isNone: 'It is none of these: send it',
  keepBoth: 'Both are right, keep both',
  open: 'Open the other',
  isOne: 'They are one record now',
  isSent: 'It will be sent as a record of its own',
  bothKept: 'Both are kept',
} as const;

/** What is so. */
export function duplicateSentence(isNew: boolean, count: number): string {
  if (!isNew) return 'This record may be on the server twice.';
  return count === 1
    ? 'A record on the server looks like this one.'
    : `${countText(count)} records on the server look like this one.`;
}

/** Why that may be, and what the answer does. */
export function duplicateMeaning(isNew: boolean, sentAt: string | undefined): string {
  if (!isNew) {
    return 'It was sent from this laptop more than once, because an answer got lost. Nothing is removed by this app: if one is too many, have it removed at the service.';
  }
  const sent = sentAt === undefined ? 'It was sent' : `It was sent ${clockTime(sentAt)}`;
  return `${sent}, but no answer came, so the app cannot tell. It is kept on this laptop and not sent again until you say. If it is one of these, both become one record, with what was changed since.`;
}
