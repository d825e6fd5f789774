import type { ReactElement, ReactNode, RefObject } from 'react';
import css from './list-head.module.css';
import { isNarrowed, type ListState } from './list-state.ts';
import { totalText, words } from './list-words.ts';
import { SearchBox, type SearchWords } from './search-box.tsx';
import { useTypedSearch } from './use-typed-search.ts';
import type { Rows } from './use-rows.ts';

/** The head of a list: its name, how many are shown, the search, and what else its screen has there. */
export function ListHead(props: {
  readonly title: string;
  readonly searchWords: SearchWords;
  readonly list: ListState;
  readonly rows: Rows;
  /** How many records there are in all. */
  readonly all: number;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onLeaveSearch: () => void;
  /** What stands beside the name. */
  readonly children?: ReactNode;
  /** What stands at the end. */
  readonly action?: ReactNode;
}): ReactElement {
  const { list, rows } = props;
  return (
    <header className={css.head}>
      <h1 className={css.title}>{props.title}</h1>
      <span className={css.total} role="status" aria-label={words.shown} aria-busy={!rows.isCounted}>
        {rows.isLoaded && totalText(rows, Math.max(props.all, rows.total), isNarrowed(list.terms))}
      </span>
      {props.children}
      <span className={css.space} />
      <SearchBox
        words={props.searchWords}
        inputRef={props.searchRef}
        search={list.terms.search}
        turn={list.turn}
        onSearch={useTypedSearch(list)}
        onLeave={props.onLeaveSearch}
      />
      {props.action}
    </header>
  );
}
