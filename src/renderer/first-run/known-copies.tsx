import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { KnownCopy } from '#shared/model/storage.ts';
import { useStorageActs } from '../api/storage.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import css from './first-run.module.css';
import { copyText, words } from './words.ts';

/** Offers the local copies that are here although the settings know of none: they were lost, the records were not. */
export function KnownCopies({ copies }: { readonly copies: readonly KnownCopy[] }): ReactElement | null {
  const { openCopy } = useStorageActs();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = async (name: string): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const answer = await openCopy(name);
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
  };
  if (copies.length === 0) return null;
  return (
    <>
      <section className={css.explore} aria-label={words.copiesTitle}>
        <div>
          <h2 className={css.title}>{words.copiesTitle}</h2>
          <p className={css.text}>{words.copiesText}</p>
        </div>
        {copies.map((copy) => (
          <div key={copy.name} className={css.row}>
            <div>
              <strong>{copy.host}</strong>
              <p className={css.text}>{copyText(copy)}</p>
            </div>
            <Button
              size="md"
              variant="filled"
              aria-label={words.openCopyOf({ host: copy.host })}
              loading={isBusy}
              onClick={() => void open(copy.name)}
            >
              {words.openCopy}
            </Button>
          </div>
        ))}
        {failure && <FailureNotice failure={failure} kept={undefined} />}
      </section>
      <div className={css.or}>{words.or}</div>
    </>
  );
}
