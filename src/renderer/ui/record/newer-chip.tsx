import { Button } from '@mantine/core';
import { IconCloudDown } from '@tabler/icons-react';
import type { MouseEvent, ReactElement } from 'react';
import type { FieldValue } from '#shared/model/field.ts';
import { valueText } from '../field-text.ts';
import { KeyHint } from '../key-hint.tsx';
import css from './record.module.css';
import { recordWords as words } from './record-words.ts';

// A press on the chip must not take the focus from the field: leaving it saves.
const keepFocus = (event: MouseEvent): void => {
  event.preventDefault();
};

/** Offers the value that came from the server while a person is in the field. */
export function NewerChip(props: {
  readonly field: string;
  readonly value: FieldValue;
  readonly onUse: () => void;
  readonly onKeep: () => void;
}): ReactElement {
  return (
    <div className={css.newer} role="group" aria-label={words.serverNewer} onMouseDown={keepFocus}>
      <p className={css.newerTitle} role="status">
        <IconCloudDown size={14} stroke={1.75} aria-hidden />
        {words.serverNewer}
      </p>
      <p className={css.newerValue} dir="auto">
        {valueText(props.field, props.value)}
      </p>
      <div className={css.newerActs}>
        <Button size="xs" tabIndex={-1} onClick={props.onUse} aria-keyshortcuts="Alt+Enter">
          {words.useIt}
          &nbsp;
          <KeyHint keys="Alt+Enter" />
        </Button>
        <Button size="xs" variant="subtle" tabIndex={-1} onClick={props.onKeep}>
          {words.keepTyping}
        </Button>
      </div>
    </div>
  );
}
