import { wordsOf } from '#shared/language/language.ts';

/** Words that several screens use. */
export const words = wordsOf('common');

/** What is kept of the changes that have not been sent. */
export const keptSentence = (count: number | undefined): string =>
  count === undefined ? words.keptNothing : words.kept({ count });

/** What is saved of the changes that have not been sent, for the banner. */
export const savedSentence = (count: number): string => words.saved({ count });

/** Nothing of the open copy waits; `elsewhere`: how much does in copies that are not open. */
export const allSavedText = (elsewhere: number): string =>
  elsewhere > 0 ? words.allOfThisSaved : words.allSaved;

/** How much waits: 5 waiting to send. */
export const waitingText = (count: number): string => words.waiting({ count });

/** How much is undecided: 14 need your decision. */
export const decisionsText = (count: number): string => words.decisions({ count });

/** How much was refused: 1 needs attention. */
export const attentionText = (count: number): string => words.attention({ count });

/** How much a person took out of the list with an edit: 1 out of the list, not sent. */
export const asideText = (count: number): string => words.aside({ count });

/** Quotes what a person or a service said. */
export const quoted = (text: string): string => words.quoted({ text });
