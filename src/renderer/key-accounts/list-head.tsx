import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement, RefObject } from 'react';
import { spokenKeys } from '../ui/accelerator.ts';
import css from './list-head.module.css';
import { isNarrowed, type ListState } from './list-state.ts';
import { SearchBox } from './search-box.tsx';
import type { Rows } from './use-rows.ts';
import type { Views } from './use-views.ts';
import { ViewMenu } from './view-menu.tsx';
import { totalText, words } from './words.ts';

/** The head of the list: its name, how many are shown, the search, a new record. */
export function ListHead(props: {
  readonly list: ListState;
  readonly rows: Rows;
  readonly views: Views;
  /** How many records there are in all. */
  readonly all: number;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onLeaveSearch: () => void;
  readonly onNew: () => void;
}): ReactElement {
  const { list, rows } = props;
  return (
    <header className={css.head}>
      <h1 className={css.title}>{words.title}</h1>
      <span className={css.total} role="status" aria-label={words.shown}>
        {rows.isLoaded && totalText(rows.total, Math.max(props.all, rows.total), isNarrowed(list.terms))}
      </span>
      <ViewMenu views={props.views} />
      <span className={css.space} />
      <SearchBox
        inputRef={props.searchRef}
        search={list.terms.search}
        onSearch={(search) => {
          list.change({ search });
        }}
        onLeave={props.onLeaveSearch}
      />
      <Button
        variant="filled"
        className={css.new ?? ''}
        leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
        aria-label={words.newTitle}
        aria-keyshortcuts={spokenKeys('CmdOrCtrl+N')}
        onClick={props.onNew}
      >
        {words.new}
      </Button>
    </header>
  );
}
