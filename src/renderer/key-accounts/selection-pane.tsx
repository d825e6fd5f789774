import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { MOST_COMPARED, type AskedValue, type MergedSelection } from '#shared/model/selection.ts';
import type { StateKind } from '#shared/model/state-kind.ts';
import { useMergedSelection, type SelectedRecords } from '../api/selection.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { words as stateCounts } from '../ui/words.ts';
import { CommonField } from './common-field.tsx';
import pane from '../ui/record/record.module.css';
import css from './selection-pane.module.css';

const words = wordsOf('selection');

type PaneProps = {
  readonly selected: SelectedRecords;
  /** What is typed for all of them, by field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (field: string, text: string) => void;
  /** Opens the preview of one value for all of them. */
  readonly onEdit: (asked?: AskedValue) => void;
  readonly onClear: () => void;
};

/** The pane beside the list while several records are selected and none is open: what they have in common. */
export function SelectionPane(props: PaneProps): ReactElement {
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
        {merged && <Merged {...props} merged={merged} />}
        <Button
          className={css.edit ?? ''}
          leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
          onClick={() => {
            props.onEdit();
          }}
        >
          {words.editAll({ count: selected.records })}
        </Button>
        {merged?.kind === 'compared' && <p className={css.note}>{words.means}</p>}
      </div>
    </section>
  );
}

function Merged(props: PaneProps & { readonly merged: MergedSelection }): ReactElement {
  const { merged, selected, typed, onType } = props;
  if (merged.kind === 'too-many')
    return <p className={css.note}>{words.tooManyToCompare({ most: MOST_COMPARED })}</p>;
  return (
    <>
      <States states={merged.states} />
      <div className={css.fields}>
        {merged.fields.map((field) => (
          <CommonField
            key={field.field}
            merged={field}
            count={selected.records}
            text={typed[field.field] ?? ''}
            onType={onType}
            onEdit={props.onEdit}
          />
        ))}
      </div>
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
