import type { RecordId } from '#shared/model/ids.ts';
import type { JudgeMissing, RecordDetail } from '#shared/model/record.ts';
import { newAct } from '../../api/act-trail.ts';
import { useRecordActs } from '../../api/key-accounts.ts';
import { actText, useTurnActs } from '../../api/turn-acts.ts';
import { nameText } from '../field-text.ts';
import { useToasts } from '../toast-context.ts';
import { useIsShown } from '../use-is-shown.ts';
import { editedFields } from './edited-fields.ts';
import { words } from './missing-words.ts';

/** Where the pane and the focus go when an answer has taken its own buttons from the screen. */
export type Shows = {
  readonly show: (id: RecordId) => void;
  readonly stay: () => void;
  readonly close: () => void;
};

/** What can become of a record that the server no longer has. */
export type MissingActs = {
  readonly keep: () => void;
  readonly hide: () => void;
  readonly putBack: () => void;
  /** Makes it again and shows the new record. */
  readonly makeAgain: () => Promise<void>;
};

type Judged = {
  readonly choice: JudgeMissing['choice'];
  readonly said: string;
  readonly onDone: (judged: RecordDetail) => void;
};

/** Answers the acts on a record that the server no longer has: each says what it did, with the way back. */
export function useJudgeMissing(detail: RecordDetail, shows: Shows): MissingActs {
  const acts = useRecordActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const isShown = useIsShown();
  const { id } = detail;
  const judge = async ({ choice, said, onDone }: Judged): Promise<void> => {
    const act = newAct();
    const answer = await acts.judgeMissing({ id, choice, act });
    if (!answer.ok) {
      toasts.fail(answer.failure, () => {
        // Who tries again from elsewhere stays there.
        void judge({ choice, said, onDone: isShown.current ? onDone : () => undefined });
      });
      return;
    }
    const text = actText({ kind: choice, count: 1, label: nameText(detail.values) });
    toasts.show({ text: said, action: turns.remember({ act, text }) });
    onDone(answer.value);
  };
  return {
    keep: () => void judge({ choice: 'keep', said: words.isKept, onDone: shows.stay }),
    hide: () => {
      const said = words.hiddenNow({ unsent: editedFields(detail).length });
      void judge({ choice: 'hide', said, onDone: shows.close });
    },
    putBack: () => void judge({ choice: 'put-back', said: words.isBack, onDone: shows.stay }),
    makeAgain: () =>
      judge({
        choice: 'create-again',
        said: words.isMadeAgain,
        onDone: (made) => {
          shows.show(made.id);
        },
      }),
  };
}
