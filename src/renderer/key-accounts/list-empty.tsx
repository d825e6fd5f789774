import { Button } from '@mantine/core';
import { IconAddressBook, IconCloudDown, IconSearchOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Values } from '#shared/model/field.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyCap } from '../ui/key-hint.tsx';
import { listParts } from '../ui/list-text.ts';
import { isNarrowed, type ListState } from './list-state.ts';
import { seedOf } from './seed.ts';
import type { Rows } from './use-rows.ts';
import { filterWords, noMatchTitle, sinceText, words } from './words.ts';

type EmptyProps = {
  readonly list: ListState;
  readonly rows: Rows;
  /** Whether a round is bringing the first records right now. */
  readonly isGetting: boolean;
  readonly onNew: (seed: Values) => void;
};

/** What the list says when it has no row. */
export function ListEmpty(props: EmptyProps): ReactElement {
  if (isNarrowed(props.list.terms)) return <NoMatch {...props} />;
  if (props.isGetting) {
    return (
      <EmptyState icon={<IconCloudDown size={24} stroke={1.6} />} title={words.gettingTitle}>
        {words.gettingText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconAddressBook size={24} stroke={1.6} />}
      title={words.emptyTitle}
      actions={
        <Button
          onClick={() => {
            props.onNew({});
          }}
        >
          {words.newTitle}
        </Button>
      }
    >
      {words.emptyText}
    </EmptyState>
  );
}

function NoMatch({ list, rows, onNew }: EmptyProps): ReactElement {
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
      title={noMatchTitle(search)}
      actions={
        <>
          <Button onClick={showMore}>{canLoosen ? words.searchWithoutFilters : words.showAll}</Button>
          {search !== '' && (
            <Button
              variant="subtle"
              onClick={() => {
                onNew(seedOf(search));
              }}
            >
              {words.newNamed({ search })}
            </Button>
          )}
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
