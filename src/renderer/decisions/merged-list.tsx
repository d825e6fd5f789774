import { IconGitMerge } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { MergedRecord } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { newAct } from '../api/act-trail.ts';
import { useDecisionActs } from '../api/decisions.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { classes } from '../ui/classes.ts';
import { labelText, nameText } from '../ui/field-text.ts';
import { longTime } from '../ui/times.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';
import css from './inbox.module.css';
import { mergeText, words } from './words.ts';

/** The records that were merged without a question, each with a way back. */
export function MergedList(props: {
  readonly merged: readonly MergedRecord[];
  readonly onShowRecord: (id: RecordId) => void;
}): ReactElement {
  const acts = useRecordActs();
  const { reload } = useDecisionActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const undo = async (historyId: number): Promise<void> => {
    const act = newAct();
    const answer = await acts.undo({ historyId, act });
    if (!answer.ok) {
      toasts.fail(answer.failure);
      return;
    }
    const text = actText({ kind: 'restore', count: 1, label: nameText(answer.value.values) });
    toasts.show({ text: words.undone, action: turns.remember({ act, text }) });
    await reload();
  };
  if (props.merged.length === 0) return <p className={css.none}>{words.mergedNone}</p>;
  return (
    <ul aria-label={words.mergedTitle}>
      {props.merged.map((record) => (
        <li key={record.historyId} className={css.merged} title={longTime(record.at)}>
          <span className={css.mergedIcon}>
            <IconGitMerge size={14} stroke={1.75} aria-hidden />
          </span>
          <button
            type="button"
            className={classes('plain', css.mergedName, 'ellipsis')}
            dir="auto"
            title={words.showRecord}
            onClick={() => {
              props.onShowRecord(record.id);
            }}
          >
            {labelText(record.label)}
          </button>
          {record.canUndo ? (
            <button
              type="button"
              className="link"
              aria-label={words.undoOf({ name: labelText(record.label) })}
              onClick={() => {
                void undo(record.historyId);
              }}
            >
              {common.undo}
            </button>
          ) : (
            <span />
          )}
          <span className={classes(css.fields, 'ellipsis')}>{mergeText(record)}</span>
        </li>
      ))}
    </ul>
  );
}
