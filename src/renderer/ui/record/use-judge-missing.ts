import type { RecordId } from '#shared/model/ids.ts';
import type { JudgeMissing, RecordDetail } from '#shared/model/record.ts';
import { useRecordActs } from '../../api/key-accounts.ts';
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

/** Answers the acts on a record that the server no longer has: each says what it did, where it can with a way back. */
export function useJudgeMissing(detail: RecordDetail, shows: Shows): MissingActs {
  const acts = useRecordActs();
  const toasts = useToasts();
  const { id } = detail;
  const judge = async (choice: JudgeMissing['choice']): Promise<RecordDetail | undefined> => {
    const answer = await acts.judgeMissing({ id, choice });
    if (answer.ok) return answer.value;
    toasts.fail(answer.failure);
    return undefined;
  };
  const putBack = async (): Promise<void> => {
    if (!(await judge('keep'))) return;
    toasts.show({ text: words.isBack });
    shows.show(id);
  };
  const keep = async (): Promise<void> => {
    if (!(await judge('keep'))) return;
    toasts.show({ text: words.isKept });
    shows.stay();
  };
  const hide = async (): Promise<void> => {
    const text = words.hiddenNow({ unsent: editedFields(detail).length });
    if (!(await judge('hide'))) return;
    toasts.show({ text, action: { label: words.putBack, run: () => void putBack() } });
    shows.close();
  };
  return {
    keep: () => void keep(),
    hide: () => void hide(),
    putBack: () => void putBack(),
    makeAgain: async () => {
      const made = await judge('create-again');
      if (!made) return;
      toasts.show({ text: words.isMadeAgain });
      shows.show(made.id);
    },
  };
}
