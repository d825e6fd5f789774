import { Button } from '@mantine/core';
import { IconAddressBook, IconCloudDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Values } from '#shared/model/field.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { isNarrowed, type ListState } from '../ui/list/list-state.ts';
import { words } from '../ui/list/list-words.ts';
import { NoMatch } from '../ui/list/no-match.tsx';
import type { Rows } from '../ui/list/use-rows.ts';
import { seedOf } from './seed.ts';

type EmptyProps = {
  readonly list: ListState;
  readonly rows: Rows;
  /** Whether a round is bringing the first records right now. */
  readonly isGetting: boolean;
  readonly onNew: (seed: Values) => void;
};

/** What the list says when it has no row. */
export function ListEmpty(props: EmptyProps): ReactElement {
  if (isNarrowed(props.list.terms)) return <NothingFits {...props} />;
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

function NothingFits({ list, rows, onNew }: EmptyProps): ReactElement {
  const { search } = list.terms;
  return (
    <NoMatch
      list={list}
      rows={rows}
      title={search === '' ? words.noMatchTitle : words.noMatchFor({ search })}
      showAll={words.showAll}
      alternative={
        <Button
          variant="subtle"
          onClick={() => {
            onNew(seedOf(search));
          }}
        >
          {words.newNamed({ search })}
        </Button>
      }
    />
  );
}
