import { wordsOf } from '#shared/language/language.ts';
import type { SavedLog } from '#shared/model/decision.ts';

const words = wordsOf('decisionLog');

/** What was saved, and whether its chain is whole. */
export function savedLogText({ entries, isIntact }: SavedLog): string {
  if (entries === 0) return words.savedNone;
  return isIntact ? words.savedWhole({ count: entries }) : words.savedBroken({ count: entries });
}
