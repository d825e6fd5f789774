import { countText } from './times.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The app's own name. */
export const APP_NAME = 'Key Accounts';

/** What is kept of the changes that have not been sent. */
export function keptSentence(count: number | undefined): string {
  if (count === undefined) return 'Nothing was changed on this laptop.';
  if (count === 0) return 'Everything you saved is on this laptop.';
  return plural(
    count,
    'Your 1 change is kept on this laptop.',
    `Your ${countText(count)} changes are kept on this laptop.`,
  );
}

/** What is saved of the changes that have not been sent, for the banner. */
export function savedSentence(count: number): string {
  if (count === 0) return 'You can go on working; changes are saved on this laptop.';
  return plural(
    count,
    'Your 1 change is saved on this laptop.',
    `Your ${countText(count)} changes are saved on this laptop.`,
  );
}

/** How much waits: 5 waiting to send. */
export const waitingText = (count: number): string => `${countText(count)} waiting to send`;

/** How much is undecided: 14 need your decision. */
export const decisionsText = (count: number): string =>
  `${countText(count)} ${plural(count, 'needs', 'need')} your decision`;

/** How much was refused: 1 needs attention. */
export const attentionText = (count: number): string =>
  `${countText(count)} ${plural(count, 'needs', 'need')} attention`;

/** Quotes what a person or a service said. */
export const quoted = (text: string): string => `“${text}”`;

/** Words that several screens use. */
export const words = {
  undo: 'Undo',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  details: 'Details',
  copy: 'Copy',
  copied: 'Copied',
  tryAgain: 'Try again',
  yours: 'Yours',
  server: 'Server',
  before: 'Before',
  loading: 'Reading from this laptop…',
  savedHere: 'Saved on this laptop',
} as const;
