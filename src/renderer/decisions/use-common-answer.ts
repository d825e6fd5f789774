import { useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/language/language.ts';
import type { BulkProgress } from '#shared/model/bulk-edit.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { CommonOutcome, CommonPreview, InboxScope } from '#shared/model/inbox.ts';
import { newAct } from '../api/act-trail.ts';
import { useDecisionActs } from '../api/decisions.ts';
import { failureOf } from '../api/failure-error.ts';
import { useAnswerMany, usePreview } from '../api/inbox.ts';
import { useEditProgress } from '../api/selection.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import type { Side } from '../ui/compared-value.tsx';
import { useToasts } from '../ui/toast-context.ts';

const words = wordsOf('inbox');

/** A common answer on its way: what it would do, and what it left alone. */
export type CommonAnswering = {
  readonly preview: CommonPreview | undefined;
  /** Why it cannot be previewed, or was not given. */
  readonly failure: Failure | undefined;
  /** Previews it anew. */
  readonly refetch: () => void;
  readonly isBusy: boolean;
  /** How far a given answer is; `undefined` before its first step. */
  readonly progress: BulkProgress | undefined;
  /** Records that changed since the preview; `undefined` before the answer, and when there are none. */
  readonly refused: CommonOutcome['refused'] | undefined;
  readonly give: (side: Side, except: readonly RecordId[]) => void;
};

/** Previews the same answer for a selection, gives it, and says what came of it. */
export function useCommonAnswer(
  scope: InboxScope,
  parts: { readonly onClose: () => void; readonly onAnswered: () => void },
): CommonAnswering {
  const preview = usePreview(scope);
  const answerMany = useAnswerMany();
  const { reload } = useDecisionActs();
  const progress = useEditProgress();
  const toasts = useToasts();
  const turns = useTurnActs();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure>();
  const [refused, setRefused] = useState<CommonOutcome['refused']>();
  const give = async (name: string, side: Side, except: readonly RecordId[]): Promise<void> => {
    const act = newAct();
    setBusy(true);
    const answer = await answerMany({ act, preview: name, side, except: [...except] });
    setBusy(false);
    if (!answer.ok) {
      if (answer.failure.code === 'stale-decision') {
        toasts.show({ text: words.stale, isFailure: true });
        await preview.refetch();
      } else setFailed(answer.failure);
      return;
    }
    parts.onAnswered();
    void reload();
    const { saved } = answer.value;
    if (saved > 0) {
      const text = actText({ kind: 'decide', count: saved, label: preview.data?.fields[0]?.label ?? '' });
      toasts.show({ text: words.done({ count: saved }), action: turns.remember({ act, text }) });
    }
    if (answer.value.refused.length > 0) setRefused(answer.value.refused);
    else parts.onClose();
  };
  return {
    preview: preview.isFetching ? undefined : preview.data,
    failure: failed ?? (preview.error ? failureOf(preview.error) : undefined),
    refetch: () => {
      setFailed(undefined);
      void preview.refetch();
    },
    isBusy,
    progress,
    refused,
    give: (side, except) => {
      if (preview.data) void give(preview.data.preview, side, except);
    },
  };
}
