import { wordsOf } from '#shared/language/language.ts';

/** The words of the question whose a new token is. */
export const accountWords = wordsOf('accountQuestion');

/** Why it is asked, and what is here. */
export function accountText(records: number, unsent: number): string {
  if (unsent > 0) return accountWords.recordsAndChanges({ records, unsent });
  return records === 0 ? accountWords.unreadable : accountWords.records({ records });
}

type Named = { readonly label: string; readonly means: string };

/** The two answers, and what each does to the changes that were not sent. */
export const accountChoices = (unsent: number): { readonly same: Named; readonly another: Named } => ({
  same: { label: accountWords.same, means: accountWords.sameMeans({ unsent }) },
  another: { label: accountWords.another, means: accountWords.anotherMeans({ unsent }) },
});
