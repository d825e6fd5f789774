import { Button } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { StorageProblem } from '#shared/model/app-state.ts';
import { appCalls } from '../api/app.ts';
import { Details, DetailsToggle } from '../ui/details.tsx';
import css from './storage-problem.module.css';
import { NOTHING_DELETED, storageText, words } from './storage-text.ts';

/** The whole window when the local copy cannot be opened: never an empty list, never a first run. */
export function StorageProblemScreen({ problem }: { readonly problem: StorageProblem }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const text = storageText(problem.kind);
  return (
    <main className={css.page}>
      <div className={css.card}>
        <IconDatabaseExclamation size={24} stroke={1.6} aria-hidden />
        <h1 className={css.title}>{words.title}</h1>
        <p className={css.happened}>{text.happened}</p>
        <p className={css.meaning}>
          <strong>{NOTHING_DELETED}</strong> {text.meaning}
        </p>
        <p className={css.meaning}>{text.next}</p>
        <p className={css.file}>
          {words.file}{' '}
          <span className="mono" data-selectable>
            {problem.file}
          </span>
        </p>
        <div className={css.acts}>
          <Button
            variant="filled"
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
