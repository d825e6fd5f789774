import { ActionIcon } from '@mantine/core';
import {
  IconArrowLeft,
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarRightCollapse,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import css from './record.module.css';
import { placeText, recordWords as words } from './record-words.ts';

/** The head of the pane: the place in the list, the neighbours, the way back. */
export function PaneHead(props: {
  readonly isOnePane: boolean;
  readonly place: { readonly index: number | undefined; readonly total: number } | undefined;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { place } = props;
  const index = place?.index;
  return (
    <header className={css.paneHead}>
      {props.isOnePane && (
        <ActionIcon aria-label={words.backToList} title={words.backToList} onClick={props.onClose}>
          <IconArrowLeft size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      <span className={css.place}>{place && index !== undefined && placeText(index, place.total)}</span>
      {place && (
        <>
          <ActionIcon
            aria-label={words.previous}
            title={words.previous}
            disabled={index === 0}
            onClick={() => {
              props.onStep(-1);
            }}
          >
            <IconChevronUp size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={words.next}
            title={words.next}
            disabled={index !== undefined && index >= place.total - 1}
            onClick={() => {
              props.onStep(1);
            }}
          >
            <IconChevronDown size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </>
      )}
      {!props.isOnePane && (
        <ActionIcon aria-label={words.closeRecord} title={words.closeRecord} onClick={props.onClose}>
          <IconLayoutSidebarRightCollapse size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </header>
  );
}
