import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { KeyCap } from '../key-hint.tsx';
import { listParts } from '../list-text.ts';
import type { ListState } from './list-state.ts';
import { filterWords, sinceText, words } from './list-words.ts';
import type { Rows } from './use-rows.ts';

/** What a list says when its search and filters leave nothing of it. */
export function NoMatch(props: {
  readonly list: ListState;
  readonly rows: Rows;
  readonly title: string;
  /** The name of the button that shows everything again. */
  readonly showAll: string;
  /** What else can be done. */
  readonly alternative?: ReactNode;
}): ReactElement {
  const { list, rows } = props;
  const { since } = list;
  const { search, filters } = list.terms;
  const names = [
    ...filters.map((filter) => filterWords[filter]),
    ...(since === undefined ? [] : [sinceText(since)]),
  ];
  // Without its filters a search may find something; where not, only everything is left to offer.
  const canLoosen = names.length > 0 && search !== '' && rows.totalWithoutFilters > 0;
  const showMore = (): void => {
    list.clearFilters();
    if (!canLoosen) list.change({ search: '' });
  };
  return (
    <EmptyState
      icon={<IconSearchOff size={24} stroke={1.6} />}
      title={props.title}
      actions={
        <>
          <Button onClick={showMore}>{canLoosen ? words.searchWithoutFilters : props.showAll}</Button>
          {search !== '' && props.alternative}
        </>
      }
      hint={
        search !== '' && (
          <>
            <KeyCap label="Esc" /> {words.escClears}
          </>
        )
      }
    >
      {names.length > 0 && (
        <>
          {words.narrowedBy({ count: names.length })}{' '}
          {listParts(names).map(({ text, isItem }) => (isItem ? <strong key={text}>{text}</strong> : text))}
          {'. '}
          {words.withoutFilters({ count: rows.totalWithoutFilters })}
        </>
      )}
    </EmptyState>
  );
}
