import { wordsOf } from '#shared/language/language.ts';

/** The words for changing the columns. */
export const columnWords = wordsOf('columnsPanel');

/** The words of the saved views. */
export const viewWords = wordsOf('views');

/** The words for records that may be the one that is being made. */
export const alikeWords = wordsOf('alike');

/** The words for records that look like the same person. */
export const lookalikeWords = wordsOf('lookalikes');
