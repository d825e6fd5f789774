import { Button } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { UnsentRecord } from '#shared/model/sync-centre.ts';
import { classes } from '../ui/classes.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { insideTime, longTime, shortTime } from '../ui/times.ts';
import { ChangeLines } from './change-lines.tsx';
import css from './unsent.module.css';

const words = wordsOf('syncCentre');

/** A record that is sent by itself: what is sent to the letter, and what became of the last try. */
export function UnsentRow(props: {
  readonly record: UnsentRecord;
  readonly onOpen: () => void;
  readonly onDiscard: () => void;
}): ReactElement {
  const { record } = props;
  const { changes, isNew, lastTry, since } = record;
  return (
    <>
      <header className={css.head}>
        <StateIcon kind="waiting" />
        <NameButton label={record.label} onOpen={props.onOpen} />
        {isNew && (
          <span data-chip className={css.tag}>
            {words.newTag}
          </span>
        )}
        {lastTry && (
          <span data-chip className={css.tag}>
            <IconHelpCircle size={14} stroke={1.75} aria-hidden />
            {tryText(lastTry)}
            {record.tries > 1 && <span className={css.faint}>{words.tries({ count: record.tries })}</span>}
          </span>
        )}
        <span className={css.space} />
        <Button size="xs" variant="subtle" className={css.onDemand ?? ''} onClick={props.onDiscard}>
          {words.discard}
        </Button>
        <time className={css.time} dateTime={since} title={longTime(since)}>
          {shortTime(since)}
        </time>
      </header>
      {changes.length === 0 ? (
        <p className={css.note}>{words.newEmpty}</p>
      ) : (
        <ChangeLines changes={changes} isNew={isNew} />
      )}
    </>
  );
}

/** The name of a record, which opens it. */
export function NameButton(props: { readonly label: string; readonly onOpen: () => void }): ReactElement {
  const name = props.label === '' ? words.noName : props.label;
  return (
    <h3 className={css.nameHead}>
      <button
        type="button"
        className={classes('plain', css.name, 'ellipsis')}
        dir="auto"
        title={words.openNamed({ name })}
        onClick={props.onOpen}
      >
        {name}
      </button>
    </h3>
  );
}

function tryText({ at, outcome }: NonNullable<UnsentRecord['lastTry']>): string {
  const time = insideTime(at);
  if (outcome === 'sending') return words.sentNow({ time });
  return outcome === 'unknown' ? words.sentUnknown({ time }) : words.sentChecked({ time });
}
