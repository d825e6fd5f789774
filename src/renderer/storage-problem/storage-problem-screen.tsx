import { Button } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { StorageProblem } from '#shared/model/app-state.ts';
import { appCalls } from '../api/app.ts';
import { useStorageActs } from '../api/storage.ts';
import { Details, DetailsToggle } from '../ui/details.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { words as common } from '../ui/words.ts';
import { RecoveryChoices } from './recovery-choices.tsx';
import css from './storage-problem.module.css';
import { isSearchable, storageText, words } from './storage-text.ts';

/** The whole window when the local copy cannot be opened: what is wrong, and every way on; nothing of it deletes. */
export function StorageProblemScreen({ problem }: { readonly problem: StorageProblem }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { tryAgain } = useStorageActs();
  const text = storageText(problem.kind);
  const isRuntime = problem.kind === 'runtime';
  const again = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const answer = await tryAgain();
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
  };
  return (
    <main className={css.page}>
      <div className={css.card}>
        <IconDatabaseExclamation size={24} stroke={1.6} aria-hidden />
        <h1 className={css.title}>{words.title}</h1>
        <p className={css.happened}>{text.happened}</p>
        <p className={css.meaning}>
          <strong>{words.nothingDeleted}</strong> {text.meaning}
        </p>
        <p className={css.meaning}>{text.next}</p>
        {isSearchable(problem.kind) && (
          <RecoveryChoices
            // Another problem is looked at anew.
            key={`${problem.kind} ${problem.detail}`}
            kind={problem.kind}
            isBusy={isBusy}
            onBusy={setBusy}
            onFailure={setFailure}
          />
        )}
        {failure && <FailureNotice failure={failure} kept={undefined} />}
        <p className={css.file}>
          {words.file}{' '}
          <span className="mono" data-selectable>
            {problem.file}
          </span>
        </p>
        <div className={css.acts}>
          {!isRuntime && (
            <Button disabled={isBusy} onClick={() => void again()}>
              {common.tryAgain}
            </Button>
          )}
          <Button
            variant="subtle"
            onClick={() => {
              void appCalls.showDataFolder();
            }}
          >
            {words.showFolder}
          </Button>
          <DetailsToggle isOpen={isOpen} onToggle={setOpen} />
        </div>
        {isOpen && <Details text={[problem.kind, problem.file, problem.detail].join(' · ')} />}
      </div>
    </main>
  );
}
