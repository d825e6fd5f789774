import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Side } from '../ui/compared-value.tsx';
import css from './inbox.module.css';

const words = wordsOf('inbox');

/** How much is selected in the inbox, and the two answers that all of it can be given. */
export function SelectionBar(props: {
  readonly count: number;
  readonly onAnswer: (side: Side) => void;
  readonly onClear: () => void;
}): ReactElement {
  return (
    <div role="group" aria-label={words.selected({ count: props.count })} className={css.bar} data-foot>
      <p className={css.barText} role="status">
        {words.selected({ count: props.count })}
      </p>
      <ActionIcon aria-label={words.clear} title={words.clear} onClick={props.onClear}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
      <div className={css.barActs}>
        <Button
          onClick={() => {
            props.onAnswer('yours');
          }}
        >
          {words.useYours}
        </Button>
        <Button
          onClick={() => {
            props.onAnswer('server');
          }}
        >
          {words.useServer}
        </Button>
      </div>
    </div>
  );
}
