import { Button } from '@mantine/core';
import { IconBuildingStore, IconCloudDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { runCommand } from '../api/commands.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { isGetting } from '../ui/list/is-getting.ts';
import { isNarrowed, type ListState } from '../ui/list/list-state.ts';
import { NoMatch } from '../ui/list/no-match.tsx';
import type { Rows } from '../ui/list/use-rows.ts';
import { accountCounts } from '../ui/resource-counts.ts';
import { words } from './words.ts';

/** What the list says when it has no row. */
export function AccountsEmpty(props: {
  readonly list: ListState;
  readonly rows: Rows;
  readonly status: SyncStatus | undefined;
}): ReactElement {
  const { list, rows, status } = props;
  const { search } = list.terms;
  if (isNarrowed(list.terms)) {
    const title = search === '' ? words.noMatchTitle : words.noMatchFor({ search });
    return <NoMatch list={list} rows={rows} title={title} showAll={words.showAll} />;
  }
  if (isGetting(status)) {
    return (
      <EmptyState icon={<IconCloudDown size={24} stroke={1.6} />} title={words.gettingTitle}>
        {words.gettingText}
      </EmptyState>
    );
  }
  const isServed = accountCounts(status) !== undefined;
  return (
    <EmptyState
      icon={<IconBuildingStore size={24} stroke={1.6} />}
      title={isServed ? words.emptyTitle : words.notServed}
      actions={<Button onClick={() => runCommand('go-key-accounts')}>{words.toKeyAccounts}</Button>}
    >
      {isServed ? words.emptyText : words.notServedText}
    </EmptyState>
  );
}
