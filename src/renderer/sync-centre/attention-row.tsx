import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Attention, Change } from '#shared/model/record.ts';
import type { UnsentRecord } from '#shared/model/sync-centre.ts';
import { classes } from '../ui/classes.ts';
import { Details, DetailsToggle } from '../ui/details.tsx';
import { fieldLabel, isEmpty, valueText } from '../ui/field-text.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { longTime } from '../ui/times.ts';
import { quoted, words as common } from '../ui/words.ts';
import { ChangeLines } from './change-lines.tsx';
import { refusedText } from './state-text.ts';
import { NameButton } from './unsent-row.tsx';
import css from './unsent.module.css';

const words = wordsOf('syncCentre');

type RowProps = {
  readonly record: UnsentRecord;
  /** Opens the record, at a field where there is one that the server spoke of. */
  readonly onOpen: (field?: string) => void;
  readonly onTryAgain: () => void;
  readonly onDiscard: () => void;
};

/** A record that a person has to look at: the server's sentence on its field, what it means, the ways on. */
export function AttentionRow(props: RowProps): ReactElement {
  const { record } = props;
  const { attention, changes, isNew } = record;
  const [isOpen, setOpen] = useState(false);
  const others = changes.filter(({ field }) => field !== attention?.field);
  return (
    <>
      <header className={css.head}>
        <StateIcon kind="attention" />
        <NameButton label={record.label} onOpen={props.onOpen} />
        <span className={css.space} />
        {attention && (
          <time className={css.time} dateTime={attention.at} title={longTime(attention.at)}>
            {refusedText(attention.at)}
          </time>
        )}
      </header>
      {attention && <Said attention={attention} changes={changes} />}
      <ChangeLines changes={others} isNew={isNew} />
      <p className={css.meaning}>{meaningOf(record)}</p>
      <div className={css.acts}>
        <Acts {...props} />
        <span className={css.space} />
        {attention && <DetailsToggle isOpen={isOpen} onToggle={setOpen} />}
      </div>
      {attention && isOpen && <Details text={detailsOf(attention)} />}
    </>
  );
}

function Acts({ record, onOpen, onTryAgain, onDiscard }: RowProps): ReactElement {
  const field = record.attention?.field;
  return (
    <>
      <Button
        onClick={() => {
          onOpen(field);
        }}
      >
        {field === undefined ? words.openRecord : words.editField({ field: fieldLabel(field) })}
      </Button>
      {!record.hasDuplicates && (
        <>
          <Button variant="subtle" onClick={onTryAgain}>
            {common.tryAgain}
          </Button>
          <Button variant="subtle" onClick={onDiscard}>
            {words.discard}
          </Button>
        </>
      )}
    </>
  );
}

/** The value that was refused, and what the server says of it. */
function Said(props: { readonly attention: Attention; readonly changes: readonly Change[] }): ReactElement {
  const { field, sentence } = props.attention;
  const refused = props.changes.find((change) => change.field === field);
  return (
    <dl className={css.changes}>
      {field !== undefined && refused && (
        <div className={css.change}>
          <dt className={css.field}>{fieldLabel(field)}</dt>
          <dd
            className={classes(css.values, css.refused, isEmpty(refused.after) && css.none)}
            dir="auto"
            data-selectable
          >
            {valueText(field, refused.after)}
          </dd>
        </div>
      )}
      <div className={css.change}>
        <dt className={css.field}>{words.serverSays}</dt>
        <dd className={classes(css.values, css.sentence)} dir="auto" data-selectable>
          {quoted(sentence)}
        </dd>
      </div>
    </dl>
  );
}

function meaningOf({ attention, changes, hasDuplicates, isNew }: UnsentRecord): string {
  if (hasDuplicates) return words.meaningDuplicates;
  const count = isNew ? 0 : changes.length;
  return attention?.field === undefined || isNew
    ? words.meaningRecord({ count })
    : words.meaningField({ count: Math.max(1, count) });
}

const detailsOf = ({ sentence, status, requestId, at }: Attention): string =>
  [
    sentence,
    ...(status === undefined ? [] : [`status ${String(status)}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
    at,
  ].join(' · ');
