import type { Mutant } from './mutant.ts';

const SYNC = 'src/main/sync';

/** Broken engines whose rule is about what a person is asked, told and shown. */
export const mutantsOfDecisions: readonly Mutant[] = [
  {
    name: 'question dropped at a new version',
    rule: '3: a newer version of the service closes an open question',
    patches: [
      {
        file: 'src/main/records/revise-conflicts.ts',
        find: `if (isAgreed || sameMeaning(kind, remote, conflict.base)) {`,
        replace: `if (isAgreed || remote !== conflict.remote || sameMeaning(kind, remote, conflict.base)) {`,
      },
    ],
  },
  {
    name: 'questions dropped at a restart',
    rule: '3: open questions do not survive a restart',
    patches: [
      {
        file: `${SYNC}/recover.ts`,
        find: `  const interrupted = listInterrupted(db, resource);`,
        replace: `  const interrupted = listInterrupted(db, resource);
  for (const id of interrupted) db.run('DELETE FROM conflicts WHERE id = :id', { id });
  for (const id of interrupted) settleState(db, resource, id);`,
      },
    ],
  },
  {
    name: 'old screen decides',
    rule: 'Decisions: an answer to an older version is taken for the newest',
    patches: [
      {
        file: 'src/main/records/decide.ts',
        find: `base.version !== version || `,
        replace: `version < 0 || `,
      },
    ],
  },
  {
    name: 'compared to the letter',
    rule: '3: a form that the service gave a value is taken for a change',
    patches: [
      {
        file: 'src/shared/model/field.ts',
        find: `  return normalise(kind, a) === normalise(kind, b);`,
        replace: `  return (a ?? null) === (b ?? null) && normalise(kind, a) === normalise(kind, b);`,
      },
    ],
  },
  {
    name: 'no history of a merge',
    rule: 'History: what a merge displaces is not written down',
    patches: [
      {
        file: `${SYNC}/merge-into.ts`,
        find: `  writeLines(db, resource, { meeting, merged });`,
        replace: `  if (at === '') writeLines(db, resource, { meeting, merged });`,
      },
    ],
  },
  {
    name: 'all saved with questions open',
    rule: '6: open questions do not count',
    patches: [
      {
        file: `${SYNC}/report.ts`,
        find: `counts.decisions === 0 && counts.attention === 0 && isOutboxEmpty(db, resource)`,
        replace: `counts.attention >= 0 && (isOutboxEmpty(db, resource) || counts.decisions > 0)`,
      },
    ],
  },
];
