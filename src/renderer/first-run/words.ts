import type { ConnectionTest } from '#shared/model/settings.ts';
import type { KnownCopy } from '#shared/model/storage.ts';
import { countText } from '../ui/times.ts';

/** The words of the first run. */
export const words = {
  promise: ['What you type is safe,', 'with or without a network.'],
  connectTitle: 'Connect to your service',
  connectHint: 'Your administrator gives you both.',
  address: 'Service address',
  addressExample: 'https://',
  token: 'Sign-in token',
  tokenExample: 'Paste it here',
  tokenEncrypted: 'Kept encrypted on this computer.',
  tokenInMemory: 'This computer has no keyring, so the token is forgotten when you close the app.',
  connect: 'Connect',
  test: 'Test first',
  or: 'or',
  exploreTitle: 'Explore with sample data',
  exploreText:
    'Invented people, and a colleague who edits them too. Nothing leaves this laptop, and one click removes it all.',
  explore: 'Explore',
  copiesTitle: 'Your records are on this laptop',
  copiesText: 'The app is not connected to a service right now. What you saved before is still here.',
  openCopy: 'Open',
  notConnected: 'Not connected yet',
  nothingLeaves: 'Nothing leaves this laptop until you connect',
  addressMissing: 'Enter the address of your service.',
  tokenMissing: 'Paste the token that your administrator gave you.',
} as const;

/** What a copy holds that the settings know nothing of. */
export function copyText({ records, unsent }: KnownCopy): string {
  const kept = `${countText(records)} Key Accounts`;
  if (unsent === 0) return kept;
  return unsent === 1
    ? `${kept}, 1 change is not sent yet`
    : `${kept}, ${countText(unsent)} changes are not sent yet`;
}

/** What the app promises, in three points. */
export const promises = [
  {
    key: 'saved',
    title: 'Saved on this laptop first',
    text: 'Every change is kept here the moment you leave the field.',
  },
  {
    key: 'waiting',
    title: 'You see what is waiting',
    text: 'A count on every screen, and the exact change that goes out.',
  },
  {
    key: 'asked',
    title: 'You are asked once, clearly',
    text: 'When somebody else changed the same field, you decide, and can take it back.',
  },
] as const;

/** The outcome of a test that succeeded. */
export const testText = ({ took, total }: ConnectionTest): string =>
  total === undefined
    ? `Reached in ${countText(Math.round(took))} ms`
    : `Reached in ${countText(Math.round(took))} ms, ${countText(total)} Key Accounts`;
