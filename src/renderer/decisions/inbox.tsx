import { useCallback, useRef, useState, type ReactElement } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { FoundPlace, Grouping, InboxScope, Member } from '#shared/model/inbox.ts';
import { useCommands } from '../api/commands.ts';
import type { Side } from '../ui/compared-value.tsx';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { CommonAnswerDialog } from './common-answer-dialog.tsx';
import { GroupingMenu } from './grouping-menu.tsx';
import css from './inbox.module.css';
import { InboxList } from './inbox-list.tsx';
import { scopeOf, selectedCount } from './inbox-selection.ts';
import { MergedList, NewestMerged } from './merged-list.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useInboxChoice } from './use-inbox-choice.ts';
import type { InboxEntries, Range } from './use-inbox-entries.ts';
import { words } from './words.ts';

/** The two sides of the inbox. */
export type InboxTab = 'need' | 'merged';

type InboxProps = {
  readonly entries: InboxEntries;
  readonly grouping: Grouping;
  readonly found: FoundPlace | undefined;
  readonly mergedCount: number;
  readonly tab: InboxTab;
  readonly isOnePane: boolean;
  readonly onTab: (tab: InboxTab) => void;
  readonly onRange: (range: Range) => void;
  readonly onGroup: (grouping: Grouping) => void;
  readonly onOpen: (member: Member | undefined) => void;
  readonly onShowRecord: (id: RecordId) => void;
};

/** The records that need the person, and beside them those that were merged without a question. */
export function Inbox(props: InboxProps): ReactElement {
  const { entries, mergedCount, tab } = props;
  return (
    <section className={css.inbox} aria-label={words.inbox}>
      <header className={css.head}>
        <h1 className={css.title}>{words.title}</h1>
        {tab === 'need' && <GroupingMenu grouping={props.grouping} onGroup={props.onGroup} />}
      </header>
      <div className={css.tabs}>
        <SegmentedChoice
          label={words.inbox}
          value={tab}
          choices={[
            { value: 'need', label: words.need({ count: entries.records }) },
            { value: 'merged', label: words.merged({ count: mergedCount }) },
          ]}
          onChoose={props.onTab}
        />
      </div>
      {tab === 'need' ? (
        <OpenDecisions {...props} />
      ) : (
        <MergedList total={mergedCount} onShowRecord={props.onShowRecord} />
      )}
    </section>
  );
}

type Answering = { readonly side: Side; readonly scope: InboxScope };

function OpenDecisions(props: InboxProps): ReactElement {
  const { entries, grouping, found, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const choice = useInboxChoice({ grouping, entries, found, onOpen });
  const [answering, setAnswering] = useState<Answering>();
  const count = selectedCount(choice.selection, entries.members);
  useCommands({ 'select-all': entries.total > 0 ? choice.selectAll : undefined });
  const answered = (): void => {
    choice.clear();
    onOpen(undefined);
  };
  const close = useCallback(() => {
    setAnswering(undefined);
  }, []);
  return (
    <>
      <div ref={scroller} className={`scroll ${css.scrolled ?? ''}`} tabIndex={-1}>
        {entries.total === 0 ? (
          <p className={css.none}>{words.emptyTitle}</p>
        ) : (
          <InboxList
            scroller={scroller}
            entries={entries}
            found={found}
            active={choice.active}
            selection={choice.selection}
            isSelecting={count > 0}
            opensOnMove={!props.isOnePane}
            onRange={props.onRange}
            onChoose={choice.choose}
            onClear={choice.clear}
          />
        )}
        {props.mergedCount > 0 && <NewestMerged {...props} total={props.mergedCount} />}
      </div>
      {count > 0 && (
        <SelectionBar
          count={count}
          onClear={choice.clear}
          onAnswer={(side) => {
            setAnswering({ side, scope: scopeOf(grouping, choice.selection) });
          }}
        />
      )}
      {answering && <CommonAnswerDialog {...answering} onClose={close} onAnswered={answered} />}
    </>
  );
}
