import { IconCloud, IconDeviceLaptop, IconDirectionSignFilled } from '@tabler/icons-react';
import type { CSSProperties, ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { InboxGroup, InboxRecord, ValuePair } from '#shared/model/inbox.ts';
import { classes } from '../ui/classes.ts';
import { fieldLabel, fieldLabels, labelText, valueText } from '../ui/field-text.ts';
import { Tick } from '../ui/tick.tsx';
import { shortTime } from '../ui/times.ts';
import css from './inbox.module.css';
import type { InboxEntry } from './use-inbox-entries.ts';
import { words as decisionWords } from './words.ts';

const words = wordsOf('inbox');

/** The id by which the inbox names its active row. */
export const inboxRowId = (index: number): string => `inbox-row-${String(index)}`;

type RowProps = {
  readonly entry: InboxEntry | undefined;
  readonly index: number;
  readonly style: CSSProperties;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
};

/** One row of the inbox, at its place; a place whose window is not there yet is empty. */
export function InboxRow({ entry, index, style, ...state }: RowProps): ReactElement {
  return (
    <div
      id={inboxRowId(index)}
      role="row"
      data-index={index}
      aria-rowindex={index + 1}
      aria-selected={state.isSelected}
      {...(state.isOpen && { 'aria-current': true, 'data-on': true })}
      className={classes(css.row, state.isActive && css.active, state.isSelected && css.selected)}
      style={style}
    >
      {entry?.kind === 'group' && <GroupCells group={entry} isSelected={state.isSelected} />}
      {entry?.kind === 'record' && <RecordCells record={entry} isSelected={state.isSelected} />}
    </div>
  );
}

function GroupCells(props: { readonly group: InboxGroup; readonly isSelected: boolean }): ReactElement {
  const { field, pair, records } = props.group;
  const label = fieldLabel(field);
  const name = pair
    ? words.pairGroup({
        field: label,
        yours: valueText(field, pair.yours),
        server: valueText(field, pair.server),
        count: records,
      })
    : words.groupOf({ field: label, count: records });
  return (
    <div role="gridcell" aria-label={name} className={css.group}>
      <Tick isOn={props.isSelected} />
      <span className={classes(css.groupName, 'ellipsis')}>
        {pair ? <Pair field={field} pair={pair} /> : label}
      </span>
      <span className={css.aside}>{words.times({ count: records })}</span>
      {pair && <span className={classes(css.groupField, 'ellipsis')}>{label}</span>}
    </div>
  );
}

/** Both sides of a value in one line: the laptop's, then the server's. */
export function Pair(props: { readonly field: string; readonly pair: ValuePair }): ReactElement {
  const { field, pair } = props;
  return (
    <>
      <IconDeviceLaptop size={14} stroke={1.75} className={css.yours} aria-hidden />{' '}
      <bdi>{valueText(field, pair.yours)}</bdi> <span aria-hidden>→</span>{' '}
      <IconCloud size={14} stroke={1.75} className={css.server} aria-hidden />{' '}
      <bdi>{valueText(field, pair.server)}</bdi>
    </>
  );
}

function RecordCells(props: { readonly record: InboxRecord; readonly isSelected: boolean }): ReactElement {
  const { label, group, differs, fields, decided, isAnswered, detectedAt } = props.record;
  return (
    <div role="gridcell" className={css.item}>
      <span className={css.icon}>
        <span className={css.sign}>
          <IconDirectionSignFilled size={14} aria-hidden />
        </span>
        <Tick isOn={props.isSelected} />
      </span>
      <span className={classes(css.label, 'ellipsis')} dir="auto">
        {labelText(label)}
      </span>
      <span className={css.aside}>{shortTime(detectedAt)}</span>
      <span className={classes(css.fields, 'ellipsis')}>
        {differs ? <Pair field={differs.field} pair={differs} /> : fieldLabels(fields)}
      </span>
      <span className={css.aside}>
        {group !== undefined && isAnswered
          ? words.answered
          : decisionWords.decidedOf({ decided, of: fields.length })}
      </span>
    </div>
  );
}
