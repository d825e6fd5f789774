import { wordsOf } from '#shared/language/language.ts';

/** The words of what an administrator has set. */
export const managedWords = wordsOf('managed');
