import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useCallback, useState, type ReactElement } from 'react';
import type { DecisionSummary } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useDecisions, useMerged } from '../api/decisions.ts';
import { failureOf } from '../api/failure-error.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { Layout } from '../ui/use-layout.ts';
import css from './decisions.module.css';
import { Inbox, type InboxTab } from './inbox.tsx';
import { words } from './words.ts';
import { Workspace } from './workspace.tsx';

type ScreenProps = {
  readonly openId: RecordId | undefined;
  readonly layout: Layout;
  /** How many changes wait on this laptop. */
  readonly kept: number;
  readonly onOpen: (id: RecordId | undefined) => void;
  readonly onShowRecord: (id: RecordId) => void;
};

/** The screen Decisions: the records that need the person, and the one being decided beside them. */
export function Decisions(props: ScreenProps): ReactElement | null {
  const list = useDecisions();
  const merged = useMerged().data ?? [];
  const [tab, setTab] = useState<InboxTab>('need');
  if (!list.data) {
    if (list.error === null) return null;
    return (
      <div className={css.failure}>
        <FailureNotice
          failure={failureOf(list.error)}
          kept={props.kept}
          onAction={() => void list.refetch()}
        />
      </div>
    );
  }
  const isOnePane = props.layout === 'one-pane';
  const openId = openOf(list.data, props.openId, isOnePane);
  const isInboxShown = !isOnePane || openId === undefined;
  return (
    <>
      {isInboxShown && (
        <Inbox
          decisions={list.data}
          merged={merged}
          tab={tab}
          openId={openId}
          onTab={setTab}
          onOpen={props.onOpen}
          onShowRecord={props.onShowRecord}
        />
      )}
      {openId !== undefined && <Desk {...props} key={openId} id={openId} list={list.data} />}
      {openId === undefined && !isOnePane && <Nothing mergedCount={merged.length} onMerged={setTab} />}
    </>
  );
}

/** The decision to show: the one asked for while it is open, else the first, where there is room for both panes. */
function openOf(
  list: readonly DecisionSummary[],
  wanted: RecordId | undefined,
  isOnePane: boolean,
): RecordId | undefined {
  const found = list.find(({ id }) => id === wanted)?.id;
  return found ?? (isOnePane ? undefined : list[0]?.id);
}

function Desk(
  props: ScreenProps & { readonly id: RecordId; readonly list: readonly DecisionSummary[] },
): ReactElement {
  const { id, list, onOpen } = props;
  const at = list.findIndex((one) => one.id === id);
  const before = list[at - 1]?.id;
  const after = list[at + 1]?.id;
  const onSettled = useCallback(() => {
    onOpen(after ?? before);
  }, [onOpen, after, before]);
  return (
    <Workspace
      id={id}
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
  readonly mergedCount: number;
  readonly onMerged: (tab: InboxTab) => void;
}): ReactElement {
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
