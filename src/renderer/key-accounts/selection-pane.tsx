import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { MOST_COMPARED, type MergedField, type MergedSelection } from '#shared/model/selection.ts';
import type { StateKind } from '#shared/model/state-kind.ts';
import { runCommand } from '../api/commands.ts';
import { useMergedSelection, type SelectedRecords } from '../api/selection.ts';
import { fieldLabel, flagText, valueText } from '../ui/field-text.ts';
import { listText } from '../ui/list-text.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { words as stateCounts } from '../ui/words.ts';
import pane from './record.module.css';
import css from './selection-pane.module.css';

const words = wordsOf('selection');

/** The pane beside the list while several records are selected and none is open: what they have in common. */
export function SelectionPane(props: {
  readonly selected: SelectedRecords;
  readonly onClear: () => void;
}): ReactElement {
  const { selected } = props;
  const merged = useMergedSelection(selected).data;
  return (
    <section className={pane.pane} aria-label={words.bar}>
      <header className={pane.paneHead}>
        <span className={pane.place}>{words.bar}</span>
        <ActionIcon aria-label={words.clear} title={words.clear} onClick={props.onClear}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </header>
      <div className={`scroll ${pane.scrolled ?? ''} ${css.body ?? ''}`}>
        <h2 className={pane.name}>{words.records({ count: selected.records })}</h2>
        {merged && <Merged merged={merged} />}
        <Button
          className={css.edit ?? ''}
          leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
          onClick={() => runCommand('edit-selected')}
        >
          {words.editAll({ count: selected.records })}
        </Button>
        <p className={css.note}>{words.means}</p>
      </div>
    </section>
  );
}

function Merged({ merged }: { readonly merged: MergedSelection }): ReactElement {
  if (merged.kind === 'too-many')
    return <p className={css.note}>{words.tooManyToCompare({ most: MOST_COMPARED })}</p>;
  return (
    <>
      <States states={merged.states} />
      <dl className={css.fields}>
        {merged.fields.map((field) => (
          <div key={field.field} className={css.line}>
            <dt>{fieldLabel(field.field)}</dt>
            <dd dir="auto">{mergedText(field)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const stateText: Partial<Readonly<Record<StateKind, (counted: { count: number }) => string>>> = {
  waiting: stateCounts.waiting,
  decision: stateCounts.decisions,
  attention: stateCounts.attention,
};

function States({
  states,
}: {
  readonly states: Readonly<Partial<Record<StateKind, number>>>;
}): ReactElement | null {
  const told = (['waiting', 'decision', 'attention'] as const).flatMap((kind) => {
    const text = stateText[kind];
    const count = states[kind];
    return text && count !== undefined ? [{ kind, text: text({ count }) }] : [];
  });
  if (told.length === 0) return null;
  return (
    <ul className={css.states}>
      {told.map(({ kind, text }) => (
        <li key={kind}>
          <StateIcon kind={kind} />
          {text}
        </li>
      ))}
    </ul>
  );
}

/** One field of many records in words: the value that all have, or how many there are. */
function mergedText({ field, different, empty, commonest }: MergedField): string {
  if (field === 'primary') return flagsText({ empty, commonest });
  const [only] = commonest;
  if (!only) return words.emptyInAll;
  const values = different === 1 ? valueText(field, only.value) : words.different({ count: different });
  return empty === 0 ? values : listText([values, words.emptyIn({ count: empty })]);
}

function flagsText({ empty, commonest }: Pick<MergedField, 'empty' | 'commonest'>): string {
  const flags = commonest.map(({ value, records }) => ({ value: flagText(value), count: records }));
  const all = empty === 0 ? flags : [...flags, { value: flagText(null), count: empty }];
  return listText(all.map(words.times));
}
