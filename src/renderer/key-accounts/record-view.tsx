import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { nameText } from '../ui/field-text.ts';
import { stateKind } from '#shared/model/state-kind.ts';
import { StateChip } from '../ui/state-mark.tsx';
import { AttentionCard } from './attention-card.tsx';
import { DuplicateCard } from './duplicate-card.tsx';
import { editedFields } from './edited-fields.ts';
import { Freshness } from './freshness.tsx';
import { MissingCard } from './missing-card.tsx';
import { FieldActsContext } from './record-acts-context.ts';
import { RecordFields } from './record-fields.tsx';
import { RecordFoot } from './record-foot.tsx';
import { RecordHistory } from './record-history.tsx';
import { RecordTabs, type Tab } from './record-tabs.tsx';
import css from './record.module.css';
import type { Shows } from './use-judge-missing.ts';
import { useRecordCommands } from './use-record-commands.ts';
import { useRecordEdits } from './use-record-edits.ts';
import { focusFirstField, type FocusWish } from './use-selection.ts';
import { stateNote, recordWords as words } from './words.ts';

/** An open record: its name and state, its fields, its history, and the last edit with its undo. */
export function RecordView(props: {
  readonly detail: RecordDetail;
  readonly wish: FocusWish | undefined;
  readonly shows: Shows;
  /** The side that it was opened for. */
  readonly tab: Tab | undefined;
  readonly onDecide: (id: RecordId) => void;
}): ReactElement {
  const { detail, onDecide } = props;
  const [tab, setTab] = useState<Tab>(props.tab ?? 'record');
  const bodyRef = useRef<HTMLDivElement>(null);
  const decide = useCallback(() => {
    onDecide(detail.id);
  }, [onDecide, detail.id]);
  const acts = useRecordEdits(detail, decide);
  useRecordCommands(detail, () => {
    setTab('history');
  });
  const { wish } = props;
  useEffect(() => {
    if (wish?.id === detail.id) focusFirstField(bodyRef.current);
  }, [wish, detail.id]);
  const kind = stateKind(detail.state);
  return (
    <FieldActsContext value={acts}>
      <div ref={bodyRef} className={`scroll ${css.scrolled ?? ''}`}>
        <h2 className={css.name} dir="auto" data-selectable>
          {nameText(detail.values)}
        </h2>
        <p className={css.state}>
          <StateChip kind={kind} />
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
              <Cards detail={detail} shows={props.shows} />
              <RecordFields detail={detail} />
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

/** What a person has to know of a record, or to say of it, before its fields. */
function Cards({ detail, shows }: { readonly detail: RecordDetail; readonly shows: Shows }): ReactElement {
  if (detail.state === 'missing') return <MissingCard detail={detail} shows={shows} />;
  return (
    <>
      {detail.attention && <AttentionCard detail={detail} attention={detail.attention} />}
      {detail.possibleDuplicates.length > 0 && <DuplicateCard detail={detail} shows={shows} />}
    </>
  );
}
