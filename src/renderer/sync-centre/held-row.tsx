import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { HeldRecord } from '#shared/model/sync-centre.ts';
import { shortReference } from '../ui/field-text.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { longTime, shortTime } from '../ui/times.ts';
import { ChangeLines } from './change-lines.tsx';
import css from './unsent.module.css';

const words = wordsOf('syncCentre');

/** Work that was found in a lost copy and waits until its record comes from the server. */
export function HeldRow(props: {
  readonly record: HeldRecord;
  readonly onDiscard: () => void;
}): ReactElement {
  const { id, at, changes } = props.record;
  return (
    <>
      <header className={css.head}>
        <StateIcon kind="waiting" />
        <h3 className={css.nameHead} title={id}>
          {words.heldOf({ id: shortReference(id) })}
        </h3>
        <span className={css.space} />
        <Button size="xs" variant="subtle" onClick={props.onDiscard}>
          {words.discard}
        </Button>
        <time className={css.time} dateTime={at} title={longTime(at)}>
          {shortTime(at)}
        </time>
      </header>
      <ChangeLines changes={changes} isNew={false} />
    </>
  );
}
