import type { ConnectionTest, TokenStorage } from '#shared/model/settings.ts';
import { countText, fullDay } from '../ui/times.ts';

/** The words of the settings. */
export const words = {
  title: 'Settings',
  sections: 'Sections',
  connection: 'Connection',
  appearance: 'Appearance',
  data: 'Data',
  address: 'Service address',
  addressHint: 'Where Key Accounts come from',
  saveAddress: 'Connect',
  token: 'Sign-in token',
  tokenEncrypted: 'Kept encrypted on this computer',
  tokenInMemory: 'This computer has no keyring; the token is forgotten when you close the app',
  replace: 'Replace…',
  newToken: 'New sign-in token',
  save: 'Save',
  cancel: 'Cancel',
  tokenReplaced: 'Sign-in token replaced',
  connected: 'Connected',
  test: 'Test the connection',
  testHint: 'Asks the service for one page; changes nothing',
  testNow: 'Test',
  testAgain: 'Test again',
  interval: 'Look for changes',
  intervalHint: 'Also when the network returns and when you press Sync now',
  colours: 'Colours',
  density: 'List density',
  densityHint: 'Height of a row',
  keyHints: 'Show key hints',
  keyHintsHint: 'Small keys beside buttons and in lists',
  folder: 'The local copy',
  folderHint: 'Everything that is kept on this laptop is in one folder',
  showFolder: 'Show the folder',
  sample: 'Sample data',
  sampleHint: 'Invented people; nothing leaves this laptop',
  removeSample: 'Remove sample data…',
  sampleConnection: 'You are exploring sample data',
  sampleConnectionHint: 'Remove it to connect to your service',
} as const;

/** Where the token is. */
export function tokenText(storage: TokenStorage, savedAt: string | undefined): string {
  if (storage === 'none') return 'No token';
  if (storage === 'memory') return 'Until you close the app';
  return savedAt === undefined ? 'Saved' : `Saved ${fullDay(savedAt)}`;
}

/** The outcome of a test that succeeded. */
export function testText({ took, total }: ConnectionTest): string {
  const reached = `Reached in ${countText(Math.round(took))} ms`;
  return total === undefined ? reached : `${reached}, ${countText(total)} Key Accounts`;
}

/** How often the app looks for changes. */
export const intervalText = (minutes: number): string =>
  minutes === 1 ? 'Every minute' : minutes === 60 ? 'Every hour' : `Every ${countText(minutes)} minutes`;

/** The names of the colour schemes. */
export const colourWords = { system: 'System', light: 'Light', dark: 'Dark' } as const;

/** The names of the densities. */
export const densityWords = { compact: 'Compact', standard: 'Standard', comfortable: 'Comfortable' } as const;
