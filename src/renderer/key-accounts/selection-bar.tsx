import { Button } from '@mantine/core';
import { IconFileExport, IconPencil, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { runCommand } from '../api/commands.ts';
import { KeyCap } from '../ui/key-hint.tsx';
import css from './selection-bar.module.css';
import type { KeptSelection } from './use-list-selection.ts';

const words = wordsOf('selection');
const ESCAPE = 'Esc';

/** How much of the list is selected, and what can be done with it; it lies over the end of the list. */
export function SelectionBar(props: {
  readonly kept: KeptSelection;
  readonly onClear: () => void;
}): ReactElement | null {
  const { selected, count } = props.kept;
  if (!selected || !count) return null;
  const { records, shown } = count;
  return (
    <div role="group" aria-label={words.bar} className={css.bar} data-foot>
      <p role="status" className={css.text}>
        <span className={css.count}>{words.selected({ count: records })}</span>
        {records > shown && <span className={css.hidden}>{words.hidden({ count: records - shown })}</span>}
      </p>
      <span className={css.line} aria-hidden />
      <Button
        variant="subtle"
        leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
        onClick={() => runCommand('edit-selected')}
      >
        {words.edit}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconFileExport size={14} stroke={1.75} aria-hidden />}
        onClick={() => runCommand('export-selected')}
      >
        {words.export}
      </Button>
      <span className={css.space} />
      <Button
        variant="subtle"
        leftSection={<IconX size={14} stroke={1.75} aria-hidden />}
        rightSection={<KeyCap label={ESCAPE} />}
        onClick={props.onClear}
      >
        {words.clear}
      </Button>
    </div>
  );
}
