import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Failure } from '#shared/failure.ts';
import type { BulkPreview, BulkProgress, BulkReport } from '#shared/model/bulk-edit.ts';
import type { AskedValue } from '#shared/model/selection.ts';
import { newAct } from '../api/act-trail.ts';
import { failureOf } from '../api/failure-error.ts';
import { editMany, useBulkPreview, useEditProgress, type SelectedRecords } from '../api/selection.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { useToasts } from '../ui/toast-context.ts';
import { formOf, valueOf, type BulkForm } from './bulk-form.ts';

const words = wordsOf('bulkEdit');

/** Milliseconds without a key after which it is looked at what a typed value would change. */
const TYPING = 200;

/** An edit of many records on its way: what it would do, how far it is, and what it left as it was. */
export type BulkEditing = {
  readonly form: BulkForm;
  readonly change: (part: Partial<BulkForm>) => void;
  /** The preview of exactly what the form says; `undefined` until it is there. */
  readonly preview: BulkPreview | undefined;
  /** Why it cannot be previewed, or was not done to its end. */
  readonly failure: Failure | undefined;
  /** Previews it anew. */
  readonly refetch: () => void;
  readonly isRunning: boolean;
  readonly progress: BulkProgress | undefined;
  /** Set when records were left as they are. */
  readonly report: BulkReport | undefined;
  readonly run: () => void;
};

/** Previews the same value for many records, gives it, and says what came of it. */
export function useBulkEdit(
  selected: SelectedRecords,
  { asked: first, onDone }: { readonly asked: AskedValue | undefined; readonly onDone: () => void },
): BulkEditing {
  const [form, setForm] = useState(() => formOf(first));
  const [settled] = useDebouncedValue(form, TYPING);
  const asked = useBulkPreview(selected, { field: settled.field, value: valueOf(settled) });
  const isCurrent = settled === form && valueOf(form) !== undefined && !asked.isFetching;
  const [isRunning, setRunning] = useState(false);
  const [report, setReport] = useState<BulkReport>();
  const progress = useEditProgress();
  const [failed, setFailed] = useState<Failure>();
  const error = isCurrent ? asked.error : null;
  const failure = failed ?? (error ? failureOf(error) : undefined);
  const preview = isCurrent && !failure ? asked.data : undefined;
  const tell = useTellDone();
  const run = async (name: string): Promise<void> => {
    const act = newAct();
    setRunning(true);
    const answer = await editMany({ act, preview: name });
    setRunning(false);
    tell({ act, answer });
    if (!answer.ok) {
      if (answer.failure.code === 'stale-decision') void asked.refetch();
      else setFailed(answer.failure);
    } else if (answer.value.leftCount > 0) setReport(answer.value);
    else onDone();
  };
  return {
    form,
    change: (part) => {
      setFailed(undefined);
      setForm((before) => ({ ...before, ...part }));
    },
    preview,
    failure,
    refetch: () => {
      setFailed(undefined);
      void asked.refetch();
    },
    isRunning,
    progress,
    report,
    run: () => {
      if (preview) void run(preview.preview);
    },
  };
}

type Told = {
  readonly act: ReturnType<typeof newAct>;
  readonly answer: Awaited<ReturnType<typeof editMany>>;
};

/** Says what was done, with the way back. */
function useTellDone(): (told: Told) => void {
  const toasts = useToasts();
  const turns = useTurnActs();
  return ({ act, answer }) => {
    if (!answer.ok) {
      if (answer.failure.code === 'stale-decision') toasts.show({ text: words.stale, isFailure: true });
      // Some of it may have been done before it failed: that can be taken back, too.
      else turns.remember({ act, text: words.brokenOff });
      return;
    }
    const count = answer.value.changed;
    if (count === 0) return;
    const text = actText({ kind: 'bulk-edit', count, label: '' });
    toasts.show({ text: words.done({ count }), action: turns.remember({ act, text }) });
  };
}
