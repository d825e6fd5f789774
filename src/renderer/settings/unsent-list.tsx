import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/language/language.ts';
import type { Removal } from '#shared/model/storage.ts';
import { saveUnsent } from '../api/storage.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fieldLabels } from '../ui/field-text.ts';
import css from './remove-data-dialog.module.css';

const words = wordsOf('removeData');

/** Names the work that the server does not have, and saves it in a file. */
export function UnsentList({ unsent, named }: Pick<Removal, 'unsent' | 'named'>): ReactElement {
  const [isSaved, setSaved] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const save = async (): Promise<void> => {
    setFailure(undefined);
    const answer = await saveUnsent();
    if (!answer.ok) setFailure(answer.failure);
    else setSaved(answer.value.saved);
  };
  return (
    <>
      <p className={css.lost}>{words.lost({ count: unsent })}</p>
      <ul className={css.list} aria-label={words.lostList} tabIndex={0}>
        {named.map(({ id, name, kind, fields }) => (
          <li key={id} className={css.line}>
            <span className={css.name} dir="auto">
              {name}
            </span>
            <span className={css.what}>{whatText(kind, fields)}</span>
          </li>
        ))}
        {unsent > named.length && <li>{words.more({ count: unsent - named.length })}</li>}
      </ul>
      <div className={css.save}>
        <Button onClick={() => void save()}>{words.save}</Button>
        <span role="status">{isSaved && words.saved}</span>
      </div>
      {failure && <FailureNotice failure={failure} kept={undefined} />}
    </>
  );
}

function whatText(kind: Removal['named'][number]['kind'], names: readonly string[]): string {
  if (kind === 'new') return words.isNew;
  const fields = fieldLabels(names);
  return kind === 'edited' ? words.edited({ fields }) : words.decision({ fields });
}
