import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { UnsentRecord } from '#shared/model/sync-centre.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { longTime, shortTime } from '../ui/times.ts';
import { ChangeLines } from './change-lines.tsx';
import { NameButton } from './unsent-row.tsx';
import css from './unsent.module.css';

const words = wordsOf('syncCentre');
const missing = wordsOf('missing');

/** A record that a person took out of the list, with what of it is on this laptop only. */
export function AsideRow(props: {
  readonly record: UnsentRecord;
  readonly onOpen: () => void;
  readonly onPutBack: () => void;
  readonly onDiscard: () => void;
}): ReactElement {
  const { changes, isNew, isUndecided, label, since } = props.record;
  return (
    <>
      <header className={css.head}>
        <StateIcon kind="gone" />
        <NameButton label={label} onOpen={props.onOpen} />
        <span className={css.space} />
        <Button size="xs" variant="subtle" onClick={props.onPutBack}>
          {missing.putBack}
        </Button>
        {!isUndecided && (
          <Button size="xs" variant="subtle" onClick={props.onDiscard}>
            {words.discard}
          </Button>
        )}
        <time className={css.time} dateTime={since} title={longTime(since)}>
          {shortTime(since)}
        </time>
      </header>
      <ChangeLines changes={changes} isNew={isNew} />
    </>
  );
}
