import { wordsOf } from '#shared/language/language.ts';
import type { TokenStorage } from '#shared/model/settings.ts';
import { fullDay } from '../ui/times.ts';

/** The words of the settings. */
export const words = wordsOf('settings');

/** The words of the back-ups. */
export const backUpWords = wordsOf('backUps');

/** The names of the colour schemes. */
export const colourWords = wordsOf('colours');

/** The names of the densities. */
export const densityWords = wordsOf('densities');

/** Where the token is. */
export function tokenText(storage: TokenStorage, savedAt: string | undefined): string {
  if (storage === 'none') return words.tokenNone;
  if (storage === 'memory') return words.tokenUntilClosed;
  return savedAt === undefined ? words.tokenSaved : words.tokenSavedAt({ day: fullDay(savedAt) });
}

/** How often the app looks for changes. */
export const intervalText = (minutes: number): string =>
  minutes === 60 ? words.intervalHour : words.intervalMinutes({ count: minutes });
