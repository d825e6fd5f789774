import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { ChosenTable } from '#shared/model/import.ts';
import css from './transfer.module.css';

const words = wordsOf('importing');

function nameOf(property: string): string {
  if (property === 'EMAIL') return words.moreEmails;
  return property === 'N' ? words.moreNames : property;
}

/** What vCards have that is not imported, so that nothing stays behind unseen. */
export function Others({ table }: { readonly table: ChosenTable }): ReactElement | null {
  if (table.others.length === 0) return null;
  return <p className={css.means}>{words.others({ names: table.others.map(nameOf).join(', ') })}</p>;
}
