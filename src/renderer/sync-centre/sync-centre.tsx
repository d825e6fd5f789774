import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { KnownCopy } from '#shared/model/storage.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { useKnownCopies } from '../api/storage.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { accountCounts, peopleCounts } from '../ui/resource-counts.ts';
import type { ListScreen } from '../ui/screen.ts';
import type { Layout } from '../ui/use-layout.ts';
import { LogPanel } from './log-panel.tsx';
import { OtherCopies } from './other-copies.tsx';
import { RoundsPanel } from './rounds-panel.tsx';
import { StateHead } from './state-head.tsx';
import css from './sync-centre.module.css';
import { unsentIn } from '../ui/known-copies.tsx';
import { UnsentList, type Wish } from './unsent-list.tsx';

const words = wordsOf('syncCentre');

type ScreenProps = {
  readonly status: SyncStatus;
  readonly layout: Layout;
  readonly wish: Wish | undefined;
  /** What the sync asks or tells beside the connection. */
  readonly banner: ReactNode;
  readonly onRecord: (id: RecordId, field?: string) => void;
  readonly onDecisions: () => void;
  readonly onGone: (screen: ListScreen) => void;
  readonly onConnection: () => void;
};

/** The sync centre: where everything stands, what waits, what needs a person, and what was done so far. */
export function SyncCentre(props: ScreenProps): ReactElement {
  const isOnePane = props.layout === 'one-pane';
  const copies = useKnownCopies().data;
  const [side, setSide] = useState<'changes' | 'past'>('changes');
  return (
    <section className={css.screen} aria-label={words.title}>
      <StateHead status={props.status} elsewhere={unsentIn(copies ?? [])} onConnection={props.onConnection} />
      {props.banner}
      {isOnePane && (
        <div className={css.sides}>
          <SegmentedChoice
            label={words.parts}
            value={side}
            choices={[
              { value: 'changes', label: words.changes },
              { value: 'past', label: words.past },
            ]}
            onChoose={setSide}
          />
        </div>
      )}
      <div className={css.body}>
        {(!isOnePane || side === 'changes') && (
          <UnsentList
            wish={props.wish}
            onRecord={props.onRecord}
            empty={copies && <Empty status={props.status} copies={copies} />}
            below={
              <>
                <Elsewhere {...props} />
                <OtherCopies copies={copies ?? []} />
              </>
            }
          />
        )}
        {(!isOnePane || side === 'past') && (
          <aside className={`scroll ${css.past ?? ''}`} aria-label={words.past} tabIndex={-1}>
            <RoundsPanel />
            <LogPanel onRecord={props.onRecord} />
          </aside>
        )}
      </div>
    </section>
  );
}

/** What is open in other places. */
function Elsewhere({ status, onDecisions, onGone }: ScreenProps): ReactElement | null {
  const { decisions } = status.counts;
  const people = peopleCounts(status)?.missing ?? 0;
  const accounts = accountCounts(status)?.missing ?? 0;
  if (decisions + people + accounts === 0) return null;
  return (
    <ul className={css.elsewhere}>
      {decisions > 0 && (
        <li>
          {words.open({ count: decisions })}{' '}
          <button type="button" className="link" onClick={onDecisions}>
            {words.decide}
          </button>
        </li>
      )}
      {people > 0 && (
        <Gone text={words.gonePeople({ count: people })} screen="key-accounts" onGone={onGone} />
      )}
      {accounts > 0 && (
        <Gone text={words.goneAccounts({ count: accounts })} screen="marketplace" onGone={onGone} />
      )}
    </ul>
  );
}

function Gone(
  props: Pick<ScreenProps, 'onGone'> & { readonly text: string; readonly screen: ListScreen },
): ReactElement {
  return (
    <li>
      {props.text}{' '}
      <button
        type="button"
        className="link"
        onClick={() => {
          props.onGone(props.screen);
        }}
      >
        {words.showThem}
      </button>
    </li>
  );
}

function Empty(props: {
  readonly status: SyncStatus;
  readonly copies: readonly KnownCopy[];
}): ReactElement | null {
  const { decisions, missing } = props.status.counts;
  const elsewhere = unsentIn(props.copies);
  if (decisions + missing + elsewhere > 0) return null;
  return (
    <div className={css.empty}>
      <EmptyState icon={<IconCircleCheck size={24} stroke={1.6} />} title={words.emptyTitle}>
        {words.emptyText}
      </EmptyState>
    </div>
  );
}
