import { wordsOf } from '#shared/language/language.ts';
import type { ChosenTable } from '#shared/model/import.ts';

const rowWords = wordsOf('importingRows');
const cardWords = wordsOf('importingCards');

/** What is said of the rows of a table, or of vCards. */
export const unitWords = ({ reading }: ChosenTable): typeof rowWords | typeof cardWords =>
  reading.kind === 'vcards' ? cardWords : rowWords;
