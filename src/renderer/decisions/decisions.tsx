import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useCallback, useState, type ReactElement } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { FoundPlace, InboxPlace, Member } from '#shared/model/inbox.ts';
import { useInboxPlace, useMergedWindows } from '../api/inbox.ts';
import { failureOf } from '../api/failure-error.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { Layout } from '../ui/use-layout.ts';
import css from './decisions.module.css';
import { Inbox, type InboxTab } from './inbox.tsx';
import { useInboxEntries, type Range } from './use-inbox-entries.ts';
import { useShownPlace } from './use-shown-place.ts';
import { words } from './words.ts';
import { Workspace } from './workspace.tsx';

type ScreenProps = {
  readonly layout: Layout;
  /** How many changes wait on this laptop. */
  readonly kept: number;
  readonly onShowRecord: (id: RecordId) => void;
};

/** The screen Decisions: the records that need the person, and the one being decided beside them. */
export function Decisions(props: ScreenProps): ReactElement | null {
  const place = useInboxPlace();
  if (place.data) return <Placed {...props} place={place.data} />;
  return place.error && <Failed {...props} error={place.error} retry={() => void place.refetch()} />;
}

type FailedProps = { readonly kept: number; readonly error: unknown; readonly retry: () => void };

function Failed({ kept, error, retry }: FailedProps): ReactElement {
  return (
    <div className={css.failure}>
      <FailureNotice failure={failureOf(error)} kept={kept} onAction={retry} />
    </div>
  );
}

function Placed(props: ScreenProps & { readonly place: InboxPlace }): ReactElement | null {
  const { place } = props;
  const isOnePane = props.layout === 'one-pane';
  const { found, shown, move } = useShownPlace(place, isOnePane);
  const [tab, setTab] = useState<InboxTab>('need');
  const [range, setRange] = useState<Range>({ start: 0, end: 0 });
  const entries = useInboxEntries(place.grouping, range);
  const mergedCount = useMergedWindows([0]).get(0)?.total ?? 0;
  const onOpen = useCallback(
    (open: Member | undefined) => {
      move({ open });
    },
    [move],
  );
  const error = entries.error ?? found.error;
  if (error) return <Failed {...props} error={error} retry={entries.retry} />;
  if (!entries.isLoaded || found.data === undefined) return null;
  return (
    <>
      {!(isOnePane && shown) && (
        <Inbox
          entries={entries}
          grouping={place.grouping}
          found={shown}
          mergedCount={mergedCount}
          tab={tab}
          isOnePane={isOnePane}
          onTab={setTab}
          onRange={setRange}
          onGroup={(grouping) => {
            move({ grouping, open: shown && { id: shown.open.id } });
          }}
          onOpen={onOpen}
          onShowRecord={props.onShowRecord}
        />
      )}
      {shown ? (
        <Desk {...props} found={shown} onOpen={onOpen} />
      ) : (
        <Nothing isShown={!isOnePane} mergedCount={mergedCount} onMerged={setTab} />
      )}
    </>
  );
}

type DeskProps = ScreenProps & {
  readonly found: FoundPlace;
  readonly onOpen: (open: Member | undefined) => void;
};

function Desk({ found, onOpen, ...props }: DeskProps): ReactElement {
  const { open, field, before, after } = found;
  const next = after ?? before;
  const onSettled = useCallback(() => {
    onOpen(next);
  }, [onOpen, next]);
  return (
    <Workspace
      key={`${open.id} ${open.group ?? ''}`}
      id={open.id}
      field={field}
      layout={props.layout}
      kept={props.kept}
      before={before}
      after={after}
      onOpen={onOpen}
      onSettled={onSettled}
      onShowRecord={props.onShowRecord}
    />
  );
}

function Nothing(props: {
  readonly isShown: boolean;
  readonly mergedCount: number;
  readonly onMerged: (tab: InboxTab) => void;
}): ReactElement | null {
  if (!props.isShown) return null;
  return (
    <div className={css.nothing}>
      <EmptyState
        icon={<IconCircleCheck size={24} stroke={1.6} />}
        title={words.emptyTitle}
        actions={
          props.mergedCount > 0 && (
            <Button
              onClick={() => {
                props.onMerged('merged');
              }}
            >
              {words.mergedTitle}
            </Button>
          )
        }
      >
        {words.emptyText}
      </EmptyState>
    </div>
  );
}
