import type { RecordId } from '#shared/model/ids.ts';
import type { JudgeMissing, RecordDetail } from '#shared/model/record.ts';
import { newAct } from '../../api/act-trail.ts';
import { useRecordActs } from '../../api/key-accounts.ts';
import { actText, useTurnActs } from '../../api/turn-acts.ts';
import { nameText } from '../field-text.ts';
import { useToasts } from '../toast-context.ts';
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

/** Answers the acts on a record that the server no longer has: each says what it did, with the way back. */
export function useJudgeMissing(detail: RecordDetail, shows: Shows): MissingActs {
  const acts = useRecordActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const { id } = detail;
  const judge = async (choice: JudgeMissing['choice'], said: string): Promise<RecordDetail | undefined> => {
    const act = newAct();
    const answer = await acts.judgeMissing({ id, choice, act });
    if (!answer.ok) {
      toasts.fail(answer.failure);
      return undefined;
    }
    const text = actText({ kind: choice, count: 1, label: nameText(detail.values) });
    toasts.show({ text: said, action: turns.remember({ act, text }) });
    return answer.value;
  };
  const putBack = async (): Promise<void> => {
    if (await judge('put-back', words.isBack)) shows.stay();
  };
  const keep = async (): Promise<void> => {
    if (await judge('keep', words.isKept)) shows.stay();
  };
  const hide = async (): Promise<void> => {
    const said = words.hiddenNow({ unsent: editedFields(detail).length });
    if (await judge('hide', said)) shows.close();
  };
  return {
    keep: () => void keep(),
    hide: () => void hide(),
    putBack: () => void putBack(),
    makeAgain: async () => {
      const made = await judge('create-again', words.isMadeAgain);
      if (made) shows.show(made.id);
    },
  };
}
