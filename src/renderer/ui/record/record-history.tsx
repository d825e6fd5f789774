import { IconArrowRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Change, HistoryEntry, RecordDetail } from '#shared/model/record.ts';
import { newAct } from '../../api/act-trail.ts';
import { failureOf } from '../../api/failure-error.ts';
import { useHistory, useRecordActs } from '../../api/key-accounts.ts';
import { actText, useTurnActs } from '../../api/turn-acts.ts';
import { classes } from '../classes.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { fieldLabel, nameText, valueText } from '../field-text.ts';
import { longTime, shortTime } from '../times.ts';
import { useToasts } from '../toast-context.ts';
import { words as common } from '../words.ts';
import { useFieldActs } from './record-acts-context.ts';
import css from './record.module.css';
import { restorable } from './restorable.ts';
import { historyWords, recordWords as words } from './record-words.ts';

/** What happened to a record, newest first; an edit can be taken back where it stands, a former value restored. */
export function RecordHistory({ detail }: { readonly detail: RecordDetail }): ReactElement | null {
  const history = useHistory(detail.id);
  if (history.error) return <FailureNotice failure={failureOf(history.error)} kept={0} />;
  if (!history.data) return null;
  if (history.data.length === 0) return <p className={css.keptNone}>{words.noHistory}</p>;
  return (
    <ol aria-label={words.history}>
      {history.data.map((entry) => (
        <Entry key={entry.id} entry={entry} detail={detail} />
      ))}
    </ol>
  );
}

type EntryProps = { readonly entry: HistoryEntry; readonly detail: RecordDetail };

function Entry({ entry, detail }: EntryProps): ReactElement {
  const past = restorable(detail, entry);
  const acts = useRecordActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const undo = async (): Promise<void> => {
    const act = newAct();
    const answer = await acts.undo({ historyId: entry.id, act });
    if (!answer.ok) {
      toasts.fail(answer.failure, () => void undo());
      return;
    }
    const text = actText({ kind: 'restore', count: 1, label: nameText(answer.value.values) });
    toasts.show({ text: words.undone, action: turns.remember({ act, text }) });
  };
  return (
    <li className={css.entry}>
      <div className={css.entryHead}>
        <span className={css.grow}>{historyWords[entry.kind]}</span>
        {entry.canUndo && (
          <button
            type="button"
            className="link"
            onClick={() => {
              void undo();
            }}
          >
            {common.undo}
          </button>
        )}
        <time className={css.entryTime} dateTime={entry.at} title={longTime(entry.at)}>
          {shortTime(entry.at)}
        </time>
      </div>
      {entry.changes.map((change) => (
        <ChangeLine key={change.field} change={change} isPast={past.includes(change)} />
      ))}
    </li>
  );
}

function ChangeLine({ change, isPast }: { readonly change: Change; readonly isPast: boolean }): ReactElement {
  const { field, before, after } = change;
  const { setField } = useFieldActs();
  return (
    <p className={css.change} data-selectable>
      <span className={css.changeField}>{fieldLabel(field)}</span>
      <span className={css.was} dir="auto">
        {valueText(field, before)}
      </span>
      <IconArrowRight size={12} stroke={1.75} aria-label={common.became} role="img" />
      <span className={css.became} dir="auto">
        {valueText(field, after)}
      </span>
      {isPast && (
        <button
          type="button"
          className={classes('link', css.restore)}
          aria-label={words.restoreNamed({ field: fieldLabel(field), value: valueText(field, after) })}
          onClick={() => {
            setField(field, after);
          }}
        >
          {words.restore}
        </button>
      )}
    </p>
  );
}
