import { wordsOf } from '#shared/language/language.ts';

/** The words of the first run. */
export const words = wordsOf('firstRun');
