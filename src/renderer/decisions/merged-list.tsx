import { IconGitMerge } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type CSSProperties, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { MergedRecord } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { newAct } from '../api/act-trail.ts';
import { useDecisionActs } from '../api/decisions.ts';
import { INBOX_WINDOW, useMergedWindows } from '../api/inbox.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { classes } from '../ui/classes.ts';
import { labelText, nameText } from '../ui/field-text.ts';
import { longTime } from '../ui/times.ts';
import { useToasts } from '../ui/toast-context.ts';
import css from './inbox.module.css';
import type { InboxTab } from './inbox.tsx';
import { windowsOf } from './use-inbox-entries.ts';
import { mergeText, words } from './words.ts';

const common = wordsOf('common');

const HEIGHT = 48;

/** How many merged records stand under the open decisions. */
const FEW = 3;

type MergedProps = { readonly total: number; readonly onShowRecord: (id: RecordId) => void };

/** All records that were merged without a question, newest first, each with a way back. */
export function MergedList({ total, onShowRecord }: MergedProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 8,
  });
  const { startIndex: start = 0, endIndex: end = 0 } = virtual.range ?? {};
  const windows = useMergedWindows([0, ...windowsOf({ start, end }, total)]);
  const at = (index: number): MergedRecord | undefined =>
    windows.get(Math.floor(index / INBOX_WINDOW))?.records[index % INBOX_WINDOW];
  return (
    <div ref={scroller} className={`scroll ${css.scrolled ?? ''}`} tabIndex={-1}>
      {total === 0 && <p className={css.none}>{words.mergedNone}</p>}
      <ul aria-label={words.mergedTitle} className={css.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start: top }) => (
          <MergedItem
            key={index}
            record={at(index)}
            place={{ index, total }}
            style={{ position: 'absolute', transform: `translateY(${String(top)}px)` }}
            onShowRecord={onShowRecord}
          />
        ))}
      </ul>
    </div>
  );
}

/** The newest merges under the open decisions, and the way to all of them. */
export function NewestMerged(props: MergedProps & { readonly onTab: (tab: InboxTab) => void }): ReactElement {
  const records = useMergedWindows([0]).get(0)?.records ?? [];
  return (
    <section className={css.few} aria-label={words.mergedTitle}>
      <header className={css.fewHead}>
        <h2 className={css.fewTitle}>{words.mergedTitle}</h2>
        {props.total > FEW && (
          <button
            type="button"
            className="link"
            onClick={() => {
              props.onTab('merged');
            }}
          >
            {words.all({ count: props.total })}
          </button>
        )}
      </header>
      <ul aria-label={words.mergedTitle}>
        {records.slice(0, FEW).map((record) => (
          <MergedItem key={record.historyId} record={record} onShowRecord={props.onShowRecord} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = {
  readonly record: MergedRecord | undefined;
  readonly place?: { readonly index: number; readonly total: number };
  readonly style?: CSSProperties;
  readonly onShowRecord: (id: RecordId) => void;
};

function MergedItem({ record, place, style, onShowRecord }: ItemProps): ReactElement {
  return (
    <li
      className={css.merged}
      style={style}
      title={record && longTime(record.at)}
      {...(place && { 'aria-setsize': place.total, 'aria-posinset': place.index + 1 })}
    >
      {record && (
        <>
          <span className={css.mergedIcon}>
            <IconGitMerge size={14} stroke={1.75} aria-hidden />
          </span>
          <button
            type="button"
            className={classes('plain', css.mergedName, 'ellipsis')}
            dir="auto"
            title={words.showRecord}
            onClick={() => {
              onShowRecord(record.id);
            }}
          >
            {labelText(record.label)}
          </button>
          {record.canUndo ? <UndoMerge record={record} /> : <span />}
          <span className={classes(css.fields, 'ellipsis')}>{mergeText(record)}</span>
        </>
      )}
    </li>
  );
}

function UndoMerge({ record }: { readonly record: MergedRecord }): ReactElement {
  const acts = useRecordActs();
  const { reload } = useDecisionActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const undo = async (): Promise<void> => {
    const act = newAct();
    const answer = await acts.undo({ historyId: record.historyId, act });
    if (!answer.ok) {
      toasts.fail(answer.failure, () => void undo());
      return;
    }
    const text = actText({ kind: 'restore', count: 1, label: nameText(answer.value.values) });
    toasts.show({ text: words.undone, action: turns.remember({ act, text }) });
    await reload();
  };
  return (
    <button
      type="button"
      className="link"
      aria-label={words.undoOf({ name: labelText(record.label) })}
      onClick={() => void undo()}
    >
      {common.undo}
    </button>
  );
}
