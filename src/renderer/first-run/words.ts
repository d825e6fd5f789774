import { wordsOf } from '#shared/language/language.ts';
import type { KnownCopy } from '#shared/model/storage.ts';

/** The words of the first run. */
export const words = wordsOf('firstRun');

/** What a copy holds that the settings know nothing of. */
export const copyText = ({ records, unsent }: KnownCopy): string =>
  unsent === 0 ? words.copy({ records }) : words.copyUnsent({ records, unsent });
