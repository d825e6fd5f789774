import { useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/language/language.ts';
import type {
  ChosenTable,
  ImportPlan,
  ImportPreview,
  ImportReport,
  ImportTarget,
  Reading,
} from '#shared/model/import.ts';
import type { OperationId } from '#shared/model/ids.ts';
import type { WrittenFile } from '#shared/model/transfer.ts';
import type { Result } from '#shared/result.ts';
import { newAct } from '../api/act-trail.ts';
import { transferCalls } from '../api/transfer.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { useToasts } from '../ui/toast-context.ts';
import { unitWords } from './unit-words.ts';

const words = wordsOf('importing');

/** Where an import stands, and the acts that lead on. */
export type Import = {
  readonly table: ChosenTable;
  readonly plan: ImportPlan;
  /** Whether a person chose anything that the table did not suggest. */
  readonly isChanged: boolean;
  readonly preview: ImportPreview | undefined;
  readonly report: ImportReport | undefined;
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
  readonly read: (reading: Reading) => Promise<void>;
  readonly setColumn: (column: number, target: ImportTarget | null) => void;
  readonly change: (part: Pick<ImportPlan, 'match'> | Pick<ImportPlan, 'emptyCells'>) => void;
  readonly look: () => Promise<void>;
  readonly back: () => void;
  readonly run: () => Promise<void>;
  readonly saveLeft: () => Promise<void>;
};

/** The plan that a table suggests. */
const planOf = ({ reading, columns, match }: ChosenTable): ImportPlan => ({
  reading,
  columns,
  match,
  emptyCells: 'keep',
});

/** Each field has one column: the one that was given it last. */
const withColumn = (plan: ImportPlan, column: number, target: ImportTarget | null): ImportPlan => {
  const columns = plan.columns.map((one, at) => (at === column ? target : one === target ? null : one));
  const isMatched = plan.match === 'nothing' || columns.includes(plan.match);
  return { ...plan, columns, match: isMatched ? plan.match : 'nothing' };
};

/** Leads a table from its reading over the preview to the report. */
export function useImport(first: ChosenTable): Import {
  const [table, setTable] = useState(first);
  const [plan, setPlan] = useState(() => planOf(first));
  const [preview, setPreview] = useState<ImportPreview>();
  const [report, setReport] = useState<ImportReport>();
  const { failure, isBusy, ask } = useAsking();
  const told = useTellDone(table);
  const read = (reading: Reading): Promise<void> =>
    ask(transferCalls.readTable(reading), (next) => {
      setTable(next);
      // What a person chose stays as long as there are the same columns.
      const isSame = next.titles.join('\n') === table.titles.join('\n');
      setPlan((before) =>
        isSame ? { ...before, reading } : { ...planOf(next), emptyCells: before.emptyCells },
      );
    });
  const run = (): Promise<void> => {
    const act = newAct();
    return ask(transferCalls.import({ act, plan }), (done) => {
      setReport(done);
      told.imported(act, done);
    });
  };
  return {
    table,
    plan,
    isChanged: JSON.stringify(plan) !== JSON.stringify(planOf(first)),
    preview,
    report,
    failure,
    isBusy,
    read,
    setColumn: (column, target) => {
      setPlan((before) => withColumn(before, column, target));
    },
    change: (part) => {
      setPlan((before) => ({ ...before, ...part }));
    },
    look: () => ask(transferCalls.preview(plan), setPreview),
    back: () => {
      setPreview(undefined);
    },
    run,
    saveLeft: () =>
      ask(transferCalls.saveLeft(), (saved) => {
        if (saved) told.saved(saved);
      }),
  };
}

type Told = {
  readonly imported: (act: OperationId, done: ImportReport) => void;
  readonly saved: (file: WrittenFile) => void;
};

/** Says what was done, with the way back. */
function useTellDone(table: ChosenTable): Told {
  const toasts = useToasts();
  const acts = useTurnActs();
  return {
    imported: (act, { created, changed }) => {
      const count = created + changed;
      if (count === 0) return;
      const action = acts.remember({ act, text: actText({ kind: 'import', count, label: '' }) });
      toasts.show({ text: words.ready({ created, changed }), action });
    },
    saved: ({ records, name }) => {
      toasts.show({ text: unitWords(table).savedLeft({ count: records, name }) });
    },
  };
}

type Asking = {
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
  readonly ask: <Value>(answer: Promise<Result<Value>>, take: (value: Value) => void) => Promise<void>;
};

/** Waits for one answer at a time and keeps why the last one was none. */
function useAsking(): Asking {
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  return {
    failure,
    isBusy,
    ask: async (answer, take) => {
      setBusy(true);
      setFailure(undefined);
      const result = await answer;
      setBusy(false);
      if (result.ok) take(result.value);
      else setFailure(result.failure);
    },
  };
}
