import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Managed, ManagedProblem } from '#shared/model/managed.ts';
import { Details, DetailsToggle } from './details.tsx';
import css from './failure-notice.module.css';
import { managedWords as words } from './managed-words.ts';

/** Says that what an administrator has set is not used, why, and what to do; nothing where all is well. */
export function ManagedNotice({ managed }: { readonly managed: Managed }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { file, problem } = managed;
  if (!problem) return null;
  return (
    <div className={css.notice} role="note">
      <span className={css.icon}>
        <IconAlertTriangleFilled size={14} aria-hidden />
      </span>
      <div className={css.body}>
        <p className={css.happened}>
          {words.notUsed} {reasonText(problem)}
        </p>
        <p className={css.next}>{words.next}</p>
        {isOpen && <Details text={[file, ...Object.values(problem)].join(' · ')} />}
        <div className={css.acts}>
          <DetailsToggle isOpen={isOpen} onToggle={setOpen} />
        </div>
      </div>
    </div>
  );
}

function reasonText({ reason, key = '' }: ManagedProblem): string {
  return reason === 'unknown-key' || reason === 'wrong-value' ? words[reason]({ key }) : words[reason];
}
