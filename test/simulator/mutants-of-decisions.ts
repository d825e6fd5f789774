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
  for (const { id } of db.all('SELECT DISTINCT id FROM conflicts') as { id: (typeof interrupted)[number] }[]) {
    db.run('DELETE FROM conflicts WHERE id = :id', { id });
    settleState(db, resource, id);
  }`,
      },
    ],
  },
  {
    name: 'edit forgotten with its record',
    rule: '4: what is unsent of a record that leaves the list does not wait any more, and all is said to be saved',
    patches: [
      {
        file: 'src/main/database/records.ts',
        find: `isMissing && judgement === 'hidden' && editedAt === undefined;`,
        replace: `isMissing && judgement === 'hidden';`,
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
        find: `counts.decisions === 0 && counts.attention === 0 && isEveryOutboxEmpty(db, resources)`,
        replace: `counts.attention >= 0 && (isEveryOutboxEmpty(db, resources) || counts.decisions > 0)`,
      },
    ],
  },
  {
    name: 'one copy for every account',
    rule: 'I11: whoever signs in gets the outbox of whoever was signed in before',
    patches: [
      {
        file: 'src/main/local-copies.ts',
        find: `  account === 0 ? nameOfAddress(address)`,
        replace: `  account >= 0 ? nameOfAddress(address)`,
      },
    ],
  },
  {
    name: 'made anew without looking',
    rule: '5: a creation without an answer is sent again and not looked for, where ids are the service’s own',
    patches: [
      {
        file: `${SYNC}/push-create.ts`,
        find: `  const sent = findSent(context, id);`,
        replace: `  const sent = at(context, id);`,
      },
      {
        file: `${SYNC}/push-create.ts`,
        find: `async function post(`,
        replace: `const at = (context: RoundContext, id: RecordId): ReturnType<typeof findSent> =>
  context.tally.sent < 0 ? findSent(context, id) : 'gone';

async function post(`,
      },
    ],
  },
  {
    name: 'the wait for late creations left out',
    rule: '5: a creation is looked for before it can have landed',
    patches: [
      {
        file: `${SYNC}/find-sent.ts`,
        find: `const SETTLE = 120_000;`,
        replace: `const SETTLE = 0;`,
      },
    ],
  },
  {
    name: 'older versions believed',
    rule: '2: a list from a store that is behind is believed',
    patches: [
      {
        file: `${SYNC}/doubt.ts`,
        find: `  if (!isOlder(db, resource, { record, sighting })) {`,
        replace: `  if (at !== '') {`,
      },
    ],
  },
];
