import { useCallback, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { stateKind } from '#shared/model/state-kind.ts';
import { nameText } from '../field-text.ts';
import { focusFirstField, type FocusWish } from '../list/use-selection.ts';
import { StateChip } from '../state-mark.tsx';
import { editedFields } from './edited-fields.ts';
import { Freshness } from './freshness.tsx';
import { FieldActsContext } from './record-acts-context.ts';
import { RecordFoot } from './record-foot.tsx';
import { RecordHistory } from './record-history.tsx';
import { RecordTabs, type Tab } from './record-tabs.tsx';
import { stateNote, recordWords as words } from './record-words.ts';
import css from './record.module.css';
import type { Shows } from './use-judge-missing.ts';
import { useRecordCommands } from './use-record-commands.ts';
import { useRecordEdits } from './use-record-edits.ts';

/** What is known of an open record by the screen that it is on. */
export type RecordProps = {
  readonly detail: RecordDetail;
  readonly wish: FocusWish | undefined;
  /** The side that it was opened for. */
  readonly tab: Tab | undefined;
  readonly shows: Shows;
  readonly onDecide: (id: RecordId) => void;
};

/** An open record: its name and state, its fields, its history, and the last edit with its undo. */
export function RecordFrame(
  props: RecordProps & {
    /** What can be copied from it. */
    readonly copies: { readonly email?: FieldValue | undefined; readonly guid?: FieldValue | undefined };
    /** What stands beneath its name. */
    readonly lead?: ReactNode;
    /** What a person has to know of it, or to say of it, before its fields. */
    readonly cards: ReactNode;
    readonly children: ReactNode;
  },
): ReactElement {
  const { detail, onDecide } = props;
  const [tab, setTab] = useState<Tab>(props.tab ?? 'record');
  const bodyRef = useRef<HTMLDivElement>(null);
  const decide = useCallback(() => {
    onDecide(detail.id);
  }, [onDecide, detail.id]);
  const acts = useRecordEdits(detail, decide);
  useRecordCommands(detail, props.copies, () => {
    setTab('history');
  });
  const { wish } = props;
  useEffect(() => {
    if (wish?.id === detail.id) focusFirstField(bodyRef.current);
  }, [wish, detail.id]);
  return (
    <FieldActsContext value={acts}>
      <div ref={bodyRef} className={`scroll ${css.scrolled ?? ''}`}>
        <h2 className={css.name} dir="auto" data-selectable>
          {nameText(detail.values)}
        </h2>
        {props.lead}
        <p className={css.state}>
          <StateChip kind={stateKind(detail.state)} />
          <span className={css.note}>{stateNote(detail, editedFields(detail).length)}</span>
          {detail.openDecisions.length > 0 && (
            <button type="button" className="link" onClick={acts.decide}>
              {words.decide}
            </button>
          )}
        </p>
        <Freshness detail={detail} />
        <RecordTabs tab={tab} historyCount={detail.historyCount} onTab={setTab} />
        <div
          className={css.body}
          role="tabpanel"
          aria-label={tab === 'record' ? words.record : words.history}
        >
          {tab === 'record' ? (
            <>
              {props.cards}
              {props.children}
            </>
          ) : (
            <RecordHistory detail={detail} />
          )}
        </div>
      </div>
      <RecordFoot detail={detail} onUndo={acts.undoLast} />
    </FieldActsContext>
  );
}
