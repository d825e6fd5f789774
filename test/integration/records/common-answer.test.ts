import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { InboxScope } from '#shared/model/inbox.ts';
import type { Values } from '#shared/model/field.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { CommonAnswers } from '../../../src/main/records/common-answer.ts';
import { findPlace, listInbox } from '../../../src/main/records/decision-inbox.ts';
import { chooseField } from '../../../src/main/records/decide.ts';
import { readDecision } from '../../../src/main/records/decisions.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { readDetail } from '../../../src/main/records/record-detail.ts';
import { openTestCopy, receive, remoteRecord } from '../../support/local-copy.ts';

const at = '2026-11-21T10:00:00.000Z';

/** A record whose fields were changed here to `mine` and on the service to `theirs`. */
function conflicted(db: WritableDb, mine: Values, theirs: Values): RecordId {
  const before = { first_name: 'Ann', last_name: 'Bekker', email: 'ann@example.org' };
  const remote = remoteRecord(before);
  receive(db, remote);
  for (const [field, value] of Object.entries(mine)) {
    const operation = OperationId.parse(randomUUID());
    const seen = before[field as keyof typeof before];
    editRecord(db, keyAccounts, { edit: { operation, id: remote.id, field, value, seen }, at });
  }
  receive(db, remoteRecord({ ...before, ...theirs }, { id: remote.id, second: 5 }));
  return remote.id;
}

const everything: InboxScope = { grouping: 'record', isAll: true, groups: [], more: [], less: [] };

const given = (preview: string, side: 'yours' | 'server') => ({
  act: OperationId.parse(randomUUID()),
  preview,
  side,
  except: [],
});

test('a pair of values that many records share comes first, and only its window is read', () => {
  const db = openTestCopy();
  conflicted(db, { email: 'me@example.org' }, { email: 'you@example.org' });
  for (let made = 0; made < 3; made += 1) conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const page = listInbox(db, { grouping: 'pair', offset: 0, limit: 3 });
  expect(page).toMatchObject({ total: 6, members: 4, records: 4 });
  expect(page.entries).toMatchObject([
    { kind: 'group', field: 'last_name', pair: { yours: 'Becker', server: 'Baker' }, records: 3 },
    { kind: 'record', fields: ['last_name'] },
    { kind: 'record', fields: ['last_name'] },
  ]);
});

test('a place whose decision is closed is followed by the first one that is open', () => {
  const db = openTestCopy();
  const id = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const place = { grouping: 'field', open: { id, group: 'gone' } } as const;
  expect(findPlace(db, place)).toMatchObject({
    index: 1,
    open: { id, group: 'last_name' },
    field: 'last_name',
  });
  expect(findPlace(openTestCopy(), place)).toBeUndefined();
});

test('the same answer settles every record that was shown, and leaves the answers that were given', () => {
  const db = openTestCopy();
  const both = { first_name: 'Anna', last_name: 'Becker' };
  const theirs = { first_name: 'Anne', last_name: 'Baker' };
  const [one, other] = [conflicted(db, both, theirs), conflicted(db, both, theirs)];
  const version = readDecision(db, keyAccounts, one)?.version ?? 0;
  chooseField(db, keyAccounts, { id: one, version, field: 'last_name', choice: { side: 'yours' }, at });
  const answers = new CommonAnswers();
  expect(answers.preview(db, { scope: everything, name: 'p' })).toMatchObject({
    records: 2,
    recordsLeftOut: 0,
  });
  expect(answers.answer(db, { given: given('p', 'server'), at })).toMatchObject({
    value: { saved: 2, refused: [] },
  });
  expect(readDetail(db, keyAccounts, one)).toMatchObject({
    values: { first_name: 'Anne', last_name: 'Becker' },
    openDecisions: [],
  });
  expect(readDetail(db, keyAccounts, other)).toMatchObject({ values: theirs, openDecisions: [] });
});

test('a record that differs in a field that is not selected is left out, with its name', () => {
  const db = openTestCopy();
  conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const id = conflicted(
    db,
    { last_name: 'Becker', email: 'me@example.org' },
    { last_name: 'Baker', email: 'you@example.org' },
  );
  const scope: InboxScope = { ...everything, grouping: 'field', isAll: false, groups: ['last_name'] };
  expect(new CommonAnswers().preview(db, { scope, name: 'p' })).toMatchObject({
    records: 1,
    recordsLeftOut: 1,
    leftOut: [{ id, field: 'last_name', alsoOpen: ['email'] }],
  });
});

test('what changed here or on the service since the preview is refused and told', () => {
  const db = openTestCopy();
  const same = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const here = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const there = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const answers = new CommonAnswers();
  answers.preview(db, { scope: everything, name: 'p' });
  const edit = { operation: OperationId.parse(randomUUID()), id: here, field: 'last_name' };
  editRecord(db, keyAccounts, { edit: { ...edit, value: 'Beck', seen: 'Becker' }, at });
  receive(db, remoteRecord({ first_name: 'Ann', last_name: 'Backer' }, { id: there, second: 9 }));
  const done = answers.answer(db, { given: given('p', 'yours'), at });
  expect(done).toMatchObject({ ok: true, value: { ids: [same], saved: 1 } });
  expect(done.ok && done.value.refused.map(({ id }) => id).sort()).toEqual([here, there].sort());
  expect(readDetail(db, keyAccounts, there)).toMatchObject({ openDecisions: ['last_name'] });
});

test('an answer to a preview that is not the newest decides nothing', () => {
  const db = openTestCopy();
  const id = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const answers = new CommonAnswers();
  answers.preview(db, { scope: everything, name: 'first' });
  answers.preview(db, { scope: everything, name: 'second' });
  expect(answers.answer(db, { given: given('first', 'yours'), at })).toMatchObject({
    failure: { code: 'stale-decision' },
  });
  expect(readDetail(db, keyAccounts, id)?.openDecisions).toEqual(['last_name']);
});
