import { wordsOf } from '#shared/language/language.ts';
import { spokenTime } from '../times.ts';

/** The words of a record that the server no longer has. */
export const words = wordsOf('missing');

/** What is so: The server no longer has this record (seen today 14:02). */
export const goneSentence = (since: string | undefined): string =>
  since === undefined ? words.gone : words.goneSeen({ time: spokenTime(since) });
