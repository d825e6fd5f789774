import type { Mutant } from './mutant.ts';
import { mutantsOfDecisions } from './mutants-of-decisions.ts';

const SYNC = 'src/main/sync';

/** Broken engines whose rule is about what goes to the service and comes from it. */
const mutantsOfExchange: readonly Mutant[] = [
  {
    name: 'pull over dirty',
    rule: '3: a field that was changed on both sides is taken from the service',
    patches: [
      {
        file: 'src/shared/sync/merge.ts',
        find: `return isRemoteUnchanged ? 'keep-local' : 'conflict';`,
        replace: `return isRemoteUnchanged ? 'keep-local' : 'take-remote';`,
      },
    ],
  },
  {
    name: 'mine always wins',
    rule: '3: a field that was changed on both sides keeps the local value, and nobody is asked',
    patches: [
      {
        file: 'src/shared/sync/merge.ts',
        find: `return isRemoteUnchanged ? 'keep-local' : 'conflict';`,
        replace: `return 'keep-local';`,
      },
    ],
  },
  {
    name: 'acknowledged before the answer',
    rule: '5: an edit leaves the outbox when its request does',
    patches: [
      {
        file: `${SYNC}/attempt.ts`,
        find: `    settleState(db, resource, record.id);
  });
  return { attempt`,
        replace: `    db.run('DELETE FROM outbox WHERE id = :id', { id: record.id });
    settleState(db, resource, record.id);
  });
  return { attempt`,
      },
    ],
  },
  {
    name: 'snapshot written back at the acknowledgement',
    rule: '5: what was typed while a write was under way gives way to what was sent',
    patches: [
      {
        file: `${SYNC}/attempt.ts`,
        find: `record: { ...record, ackEpoch: epoch }`,
        replace: `record: { ...record, local: { ...record.local, ...begun.payload }, ackEpoch: epoch }`,
      },
    ],
  },
  {
    name: 'cursor before rows',
    rule: '2: the cursor is kept before the rows are',
    patches: [
      {
        file: `${SYNC}/pull.ts`,
        find: `  const applied = db.relaxed(() => {
    const outcomes`,
        replace: `  db.transaction(finish);
  const applied = db.relaxed(() => {
    const outcomes`,
      },
    ],
  },
  {
    name: 'cursor with the first portion',
    rule: '2: the cursor is kept before all rows of its answer are',
    patches: [
      {
        file: `${SYNC}/pull.ts`,
        find: `const isLast = from + size >= rows.length;`,
        replace: `const isLast = from === 0;`,
      },
    ],
  },
  {
    name: 'edit not waited for',
    rule: '1: a power cut takes an edit that was acknowledged',
    patches: [
      {
        file: 'src/main/records/edit-record.ts',
        find: `return db.transaction(() => {`,
        replace: `return db.relaxed(() => {`,
      },
    ],
  },
  {
    name: 'cursor past unread rows',
    rule: '2: a walk that lacks rows counts as a whole one',
    patches: [
      {
        file: `${SYNC}/pull.ts`,
        find: `unreadable === 0 && seen.size >= total;`,
        replace: `unreadable >= 0 && seen.size + total >= 0;`,
      },
    ],
  },
  {
    name: 'token alone compared',
    rule: '2: an equal token with other content is taken for unchanged',
    patches: [
      {
        file: `${SYNC}/apply-remote.ts`,
        find: `base.token === remote.token && isDeepStrictEqual(base.raw, remote.raw);`,
        replace: `base.token === remote.token || isDeepStrictEqual(base.raw, remote.raw);`,
      },
    ],
  },
  {
    name: 'no sealing',
    rule: '5: a write goes out under a token that another write may hide behind',
    patches: [
      {
        file: `${SYNC}/seal.ts`,
        find: `if (serverDate === undefined) return false;`,
        replace: `if (serverDate !== -1) return true;`,
      },
    ],
  },
  {
    name: 'forgotten attempts',
    rule: '3: our own write that landed is taken for a colleague’s',
    patches: [
      {
        file: `${SYNC}/apply-remote.ts`,
        find: `  const payloads = attempts.map(({ payload }) => payload);`,
        replace: `  const payloads = attempts.slice(0, 0).map(({ payload }) => payload);`,
      },
    ],
  },
  {
    name: 'only the last attempt remembered',
    rule: '5: only the last payload under a token is remembered',
    patches: [
      {
        file: `${SYNC}/apply-remote.ts`,
        find: `  const payloads = attempts.map(({ payload }) => payload);`,
        replace: `  const payloads = attempts.slice(-1).map(({ payload }) => payload);`,
      },
    ],
  },
  {
    name: 'trouble taken for a no',
    rule: '5: a 5xx is taken for a write that did not land',
    patches: [
      {
        file: `${SYNC}/attempt.ts`,
        find: `  return kind === 'refused' || kind === 'forbidden'`,
        replace: `  return kind === 'trouble' || kind === 'timeout' || kind === 'refused' || kind === 'forbidden'`,
      },
    ],
  },
  {
    name: 'unknown attempt cancelled',
    rule: '5: an edit that is put back cancels the write whose outcome is unknown',
    patches: [
      {
        file: 'src/main/database/settle-record.ts',
        find: `  else dequeue(db, resource, record.id);`,
        replace: `  else dequeue(db, resource, record.id);
  if (!isUnsent) {
    db.run('DELETE FROM attempts WHERE id = :id', { id: record.id });
    dequeue(db, resource, record.id);
  }`,
      },
    ],
  },
  {
    name: 'interrupted writes not recovered',
    rule: '1: what a crash left under way stays so',
    patches: [
      {
        file: `${SYNC}/recover.ts`,
        find: `if (interrupted.length === 0) return 0;`,
        replace: `if (interrupted.length >= 0) return 0;`,
      },
    ],
  },
  {
    name: 'keep mine by overwrite',
    rule: 'Overwrite: every write ignores the token',
    patches: [
      {
        file: `${SYNC}/push-update.ts`,
        find: `token: record.base.token, overwrite: false }`,
        replace: `token: undefined, overwrite: true }`,
      },
    ],
  },
  {
    name: 'no guard against older lists',
    rule: '2: a list from before a write is believed',
    patches: [
      {
        file: `${SYNC}/apply-remote.ts`,
        find: `record.ackEpoch > epoch || attempts.some(({ outcome }) => outcome === 'sending');`,
        replace: `record.ackEpoch > epoch + 1e9 && attempts.length > 1e9;`,
      },
      {
        file: `${SYNC}/doubt.ts`,
        find: `  if (!isOlder(db, resource, { record, sighting })) {`,
        replace: `  if (!isOlder(db, resource, { record, sighting }) || epoch !== undefined) {`,
      },
    ],
  },
  {
    name: 'dirty ids from a snapshot',
    rule: '2: which records are edited is looked up when a list is asked for',
    patches: [
      {
        file: `${SYNC}/pull.ts`,
        find: `const epochOf = ({ db, resource }: RoundContext): number => readResourceState(db, resource, 'ack_epoch') ?? 0;`,
        replace: `let edited = new Set<unknown>();
const epochOf = ({ db, resource }: RoundContext): number => {
  edited = new Set((db.all('SELECT id FROM outbox') as { id: string }[]).map(({ id }) => id));
  return readResourceState(db, resource, 'ack_epoch') ?? 0;
};
`,
      },
      {
        file: `${SYNC}/pull.ts`,
        find: `    const outcomes = rows.map((remote) =>`,
        replace: `    for (const { id } of rows)
      if (!edited.has(id)) db.run('UPDATE records SET local = base WHERE id = :id AND base IS NOT NULL', { id });
    const outcomes = rows.map((remote) =>`,
      },
    ],
  },
  {
    name: 'silent making again',
    rule: '5: a record that is gone is made again without a word',
    patches: [
      {
        file: `${SYNC}/find-missing.ts`,
        find: `    markMissing(db, resource, id);`,
        replace: `    db.run('UPDATE records SET base = NULL, base_raw = NULL, token = NULL WHERE id = :id', { id });
    db.run("INSERT OR IGNORE INTO outbox (resource, id, since, position) VALUES (:name, :id, '', (SELECT coalesce(max(position), 0) + 1 FROM outbox))", { id, name: resource.name });`,
      },
    ],
  },
  {
    name: 'absence believed',
    rule: '4: a record that a list lacks is taken as missing, and not asked for',
    patches: [
      {
        file: `${SYNC}/find-missing.ts`,
        find: `    const failure = await confirm(context, id);`,
        replace: `    takeAsMissing(context, id);
    const failure = await Promise.resolve(undefined as Awaited<ReturnType<typeof confirm>>);`,
      },
    ],
  },
  {
    name: 'token written anew',
    rule: 'Token: a token is parsed and written again, without its milliseconds',
    patches: [
      {
        file: 'src/shared/resources/key-accounts.ts',
        find: `updated_in_db_at: terms.token }`,
        replace: `updated_in_db_at: \`\${new Date(terms.token).toISOString().slice(0, 19)}Z\` }`,
      },
    ],
  },
];

/** The engines that the auditor must catch, each with one rule broken. */
export const mutants: readonly Mutant[] = [...mutantsOfExchange, ...mutantsOfDecisions];
