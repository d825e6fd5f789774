import { IconCloudCheck, IconLockExclamation } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import type { TokenStorage } from '#shared/model/settings.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { classes } from '../ui/classes.ts';
import type { StateKind } from '#shared/model/state-kind.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { useUnsentElsewhere } from '../ui/known-copies.tsx';
import { countText } from '../ui/times.ts';
import type { Layout } from '../ui/use-layout.ts';
import { useNow } from '../ui/use-now.ts';
import { allSavedText, asideText, attentionText, decisionsText, waitingText } from '../ui/words.ts';
import css from './status-bar.module.css';
import { CopiesNotice } from './copies-notice.tsx';
import { SyncMenu } from './sync-menu.tsx';
import { UpdateNotice } from './update-notice.tsx';
import { lastSyncText, nextSyncText, progressText, words } from './words.ts';

/** Where the items of the status bar lead. */
export type StatusPlaces = {
  readonly onWaiting: () => void;
  readonly onDecisions: () => void;
  readonly onAttention: () => void;
  readonly onAside: () => void;
  readonly onConnection: () => void;
  readonly onSyncCentre: () => void;
};

type BarProps = StatusPlaces & {
  readonly status: SyncStatus;
  readonly layout: Layout;
  /** Where the sign-in token is; absent where none is needed. */
  readonly tokenStorage: TokenStorage | undefined;
};

/** The status bar of every screen: connection, waiting, decisions, attention; the round or the last sync. */
export const StatusBar = memo(function StatusBar(props: BarProps): ReactElement {
  const { status, layout } = props;
  const { waiting, decisions, attention, aside } = status.counts;
  const elsewhere = useUnsentElsewhere();
  return (
    <div className={css.bar} role="region" aria-label={words.status}>
      <SyncMenu
        status={status}
        layout={layout}
        onSettings={props.onConnection}
        onSyncCentre={props.onSyncCentre}
      />
      {(status.allSaved || waiting + decisions + attention + aside > 0) && <span className={css.rule} />}
      {status.allSaved && (
        <span className={classes(css.text, css.giving)}>
          <IconCloudCheck size={14} stroke={1.75} aria-hidden />
          <span className={css.shortened}>{allSavedText(elsewhere)}</span>
        </span>
      )}
      <Count kind="waiting" count={waiting} text={waitingText} layout={layout} onOpen={props.onWaiting} />
      <Count
        kind="decision"
        count={decisions}
        text={decisionsText}
        layout={layout}
        onOpen={props.onDecisions}
      />
      <Count
        kind="attention"
        count={attention}
        text={attentionText}
        layout={layout}
        onOpen={props.onAttention}
      />
      <Count kind="gone" count={aside} text={asideText} layout={layout} onOpen={props.onAside} />
      <CopiesNotice count={elsewhere} layout={layout} onOpen={props.onSyncCentre} />
      <TokenNotice storage={props.tokenStorage} onOpen={props.onConnection} />
      <UpdateNotice />
      <span className={css.space} />
      <RoundOrLast status={status} layout={layout} />
    </div>
  );
});

function Count(props: {
  readonly kind: StateKind;
  readonly count: number;
  readonly text: (count: number) => string;
  readonly layout: Layout;
  readonly onOpen: () => void;
}): ReactElement | null {
  if (props.count === 0) return null;
  const text = props.text(props.count);
  const isShort = props.layout === 'one-pane';
  return (
    <button type="button" className={classes('plain', css.item)} aria-label={text} onClick={props.onOpen}>
      <StateIcon kind={props.kind} />
      <span className="tabular">{isShort ? countText(props.count) : text}</span>
    </button>
  );
}

function TokenNotice(props: {
  readonly storage: TokenStorage | undefined;
  readonly onOpen: () => void;
}): ReactElement | null {
  if (props.storage === undefined || props.storage === 'keyring') return null;
  const text = props.storage === 'memory' ? words.tokenInMemory : words.tokenMissing;
  return (
    <button
      type="button"
      className={classes('plain', css.item)}
      aria-label={text}
      title={text}
      onClick={props.onOpen}
    >
      <IconLockExclamation size={14} stroke={1.75} aria-hidden />
      <span className={css.tokenText}>{text}</span>
    </button>
  );
}

function RoundOrLast({
  status,
  layout,
}: {
  readonly status: SyncStatus;
  readonly layout: Layout;
}): ReactElement {
  const now = useNow(5000);
  const { progress } = status;
  if (progress) {
    const share =
      progress.total === undefined || progress.total === 0 ? undefined : progress.done / progress.total;
    return (
      <span className={css.text}>
        <span className={css.track} aria-hidden>
          <span
            className={css.fill}
            style={{ inlineSize: `${String(Math.round((share ?? 0.08) * 100))}%` }}
          />
        </span>
        <span className={classes('tabular', css.nowrap)}>{progressText(progress)}</span>
      </span>
    );
  }
  const next = nextSyncText(status.nextRoundAt, { now });
  const isShort = layout === 'one-pane';
  return (
    <span className={classes(css.text, css.last, 'tabular')}>
      <span className={css.shortened}>
        {lastSyncText(status.lastCompletePullAt, { now, isShort })}
        {next !== '' && !isShort && <span className={css.faint}> · {next}</span>}
      </span>
    </span>
  );
}
