import { wordsOf } from '#shared/language/language.ts';
import type { SavedLog } from '#shared/model/decision.ts';

/** The words of the decision log. */
export const logWords = wordsOf('decisionLog');

/** What was saved, and whether its chain is whole. */
export function savedLogText({ entries, isIntact }: SavedLog): string {
  if (entries === 0) return logWords.savedNone;
  return isIntact ? logWords.savedWhole({ count: entries }) : logWords.savedBroken({ count: entries });
}
