import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { KnownCopy } from '#shared/model/storage.ts';
import { KnownCopies } from '../ui/known-copies.tsx';
import css from './sync-centre.module.css';

const words = wordsOf('copies');

/** The copies of other services and accounts: what waits there is not forgotten because another copy is open. */
export function OtherCopies({ copies }: { readonly copies: readonly KnownCopy[] }): ReactElement | null {
  if (copies.length === 0) return null;
  return (
    <section className={css.copies} aria-label={words.others}>
      <h2 className={css.copiesTitle}>{words.others}</h2>
      <p className={css.copiesText}>{words.othersText}</p>
      <KnownCopies copies={copies} />
    </section>
  );
}
