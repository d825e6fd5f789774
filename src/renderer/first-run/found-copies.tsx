import type { ReactElement } from 'react';
import type { KnownCopy } from '#shared/model/storage.ts';
import { KnownCopies } from '../ui/known-copies.tsx';
import css from './first-run.module.css';
import { words } from './words.ts';

/** Offers the local copies that are here although none is open: the settings were lost, the records were not. */
export function FoundCopies({ copies }: { readonly copies: readonly KnownCopy[] }): ReactElement | null {
  if (copies.length === 0) return null;
  return (
    <>
      <section className={css.explore} aria-label={words.copiesTitle}>
        <div>
          <h2 className={css.title}>{words.copiesTitle}</h2>
          <p className={css.text}>{words.copiesText}</p>
        </div>
        <KnownCopies copies={copies} isMain />
      </section>
      <div className={css.or}>{words.or}</div>
    </>
  );
}
