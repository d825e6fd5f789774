import { locale, wordsOf } from '#shared/language/language.ts';
import type { DecidedField, LogLine } from '#shared/model/sync-centre.ts';
import { fieldLabel } from '../ui/field-text.ts';

const words = wordsOf('decisionLog');
const kinds = wordsOf('history');
const centre = wordsOf('syncCentre');

/** Whose record an entry is about. */
export const nameOfLine = ({ label }: LogLine): string => (label === '' ? centre.noName : label);

/** The one side that was decided for, where it is the same for every field. */
export function lineSide({ fields }: LogLine): DecidedField['side'] {
  const sides = new Set(fields.map(({ side }) => side));
  return sides.size === 1 ? fields[0]?.side : undefined;
}

/** What was decided: E-mail: yours; or what else happened. */
export function lineText({ kind, fields }: LogLine): string {
  const decided = fields.flatMap(({ field, side }) =>
    side === undefined ? [] : [words[side]({ field: fieldLabel(field) })],
  );
  if (decided.length === 0 || kind !== 'decision') return kind === 'vanished' ? words.vanished : kinds[kind];
  return new Intl.ListFormat(locale().formats, { type: 'unit', style: 'short' }).format(decided);
}
