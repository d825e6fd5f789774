import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { BulkProgress } from '#shared/model/bulk-edit.ts';
import type { CommonPreview, InboxScope } from '#shared/model/inbox.ts';
import type { Values } from '#shared/model/field.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { listActs } from '../../../src/main/records/change-set.ts';
import { CommonAnswers } from '../../../src/main/records/common-answer.ts';
import { findPlace, listInbox } from '../../../src/main/records/decision-inbox.ts';
import { chooseField } from '../../../src/main/records/decide.ts';
import { readDecision } from '../../../src/main/records/decisions.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { readDetail } from '../../../src/main/records/record-detail.ts';
import { deskOf, local, newAct, nothingHeard, undo, valueOfOk } from '../../support/bulk-edit.ts';
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

const given = (preview: string, side: 'yours' | 'server') => ({ act: newAct(), preview, side, except: [] });

/** Looks at what everything would become. */
const look = async (db: WritableDb, answers: CommonAnswers): Promise<CommonPreview> =>
  valueOfOk(await answers.preview(deskOf(db), everything));

const lastName = (db: WritableDb, id: RecordId) => local(db, id)['last_name'];

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

test('the same answer settles every record that was shown, and leaves the answers that were given', async () => {
  const db = openTestCopy();
  const both = { first_name: 'Anna', last_name: 'Becker' };
  const theirs = { first_name: 'Anne', last_name: 'Baker' };
  const [one, other] = [conflicted(db, both, theirs), conflicted(db, both, theirs)];
  const version = readDecision(db, keyAccounts, one)?.version ?? 0;
  chooseField(db, keyAccounts, { id: one, version, field: 'last_name', choice: { side: 'yours' }, at });
  const answers = new CommonAnswers();
  const shown = await look(db, answers);
  expect(shown).toMatchObject({ records: 2, recordsLeftOut: 0 });
  const heard = nothingHeard();
  expect(await answers.answer(deskOf(db), given(shown.preview, 'server'), heard)).toMatchObject({
    value: { saved: 2, refused: [] },
  });
  expect([...heard.done].sort()).toEqual([one, other].sort());
  expect(readDetail(db, keyAccounts, one)).toMatchObject({
    values: { first_name: 'Anne', last_name: 'Becker' },
    openDecisions: [],
  });
  expect(readDetail(db, keyAccounts, other)).toMatchObject({ values: theirs, openDecisions: [] });
});

test('a record that differs in a field that is not selected is left out, with its name', async () => {
  const db = openTestCopy();
  conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const id = conflicted(
    db,
    { last_name: 'Becker', email: 'me@example.org' },
    { last_name: 'Baker', email: 'you@example.org' },
  );
  const scope: InboxScope = { ...everything, grouping: 'field', isAll: false, groups: ['last_name'] };
  expect(valueOfOk(await new CommonAnswers().preview(deskOf(db), scope))).toMatchObject({
    records: 1,
    recordsLeftOut: 1,
    leftOut: [{ id, field: 'last_name', alsoOpen: ['email'] }],
  });
});

test('what changed here or on the service since the preview is refused and told', async () => {
  const db = openTestCopy();
  const same = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const here = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const there = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const answers = new CommonAnswers();
  const { preview } = await look(db, answers);
  const edit = { operation: OperationId.parse(randomUUID()), id: here, field: 'last_name' };
  editRecord(db, keyAccounts, { edit: { ...edit, value: 'Beck', seen: 'Becker' }, at });
  receive(db, remoteRecord({ first_name: 'Ann', last_name: 'Backer' }, { id: there, second: 9 }));
  const heard = nothingHeard();
  const outcome = valueOfOk(await answers.answer(deskOf(db), given(preview, 'yours'), heard));
  expect([outcome.saved, heard.done]).toEqual([1, [same]]);
  expect(outcome.refused.map(({ id }) => id).sort()).toEqual([here, there].sort());
  expect(readDetail(db, keyAccounts, there)).toMatchObject({ openDecisions: ['last_name'] });
});

test('only the newest preview can be answered, and only once', async () => {
  const db = openTestCopy();
  const id = conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const answers = new CommonAnswers();
  const first = await look(db, answers);
  const second = await look(db, answers);
  const answer = ({ preview }: CommonPreview) =>
    answers.answer(deskOf(db), given(preview, 'server'), nothingHeard());
  expect(await answer(first)).toMatchObject({ failure: { code: 'stale-decision' } });
  expect(readDetail(db, keyAccounts, id)?.openDecisions).toEqual(['last_name']);
  expect(await answer(second)).toMatchObject({ value: { saved: 1 } });
  expect(await answer(second)).toMatchObject({ failure: { code: 'stale-decision' } });
});

test('a preview of one copy is not answered in another', async () => {
  const db = openTestCopy();
  conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const answers = new CommonAnswers();
  const { preview } = await look(db, answers);
  expect(
    await answers.answer(deskOf(openTestCopy()), given(preview, 'server'), nothingHeard()),
  ).toMatchObject({ failure: { code: 'stale-decision' } });
  expect(listInbox(db, { grouping: 'record', offset: 0, limit: 1 })).toMatchObject({ records: 1 });
});

test('a preview that another one overtakes gives way', async () => {
  const db = openTestCopy();
  for (let made = 0; made < 20; made += 1) conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' });
  const answers = new CommonAnswers();
  const [first, second] = await Promise.all([
    answers.preview(deskOf(db), everything),
    answers.preview(deskOf(db), everything),
  ]);
  expect(first).toMatchObject({ failure: { code: 'stale-decision' } });
  expect(second).toMatchObject({ value: { records: 20 } });
});

test('many records are answered in short steps as one act, which is taken back as one', async () => {
  const db = openTestCopy();
  const ids = Array.from({ length: 60 }, () =>
    conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' }),
  );
  const answers = new CommonAnswers();
  const { preview } = await look(db, answers);
  const steps: BulkProgress[] = [];
  const heard = { done: [], onProgress: (progress: BulkProgress) => steps.push(progress) };
  const answer = given(preview, 'server');
  await answers.answer(deskOf(db), answer, heard);
  expect(steps).toEqual([10, 35, 60].map((done) => ({ done, total: 60 })));
  expect(ids.every((id) => lastName(db, id) === 'Baker')).toBe(true);
  expect(listActs(db, 5)).toMatchObject([{ act: answer.act, kind: 'decide', count: 60 }]);
  expect(await undo(db, answer.act)).toHaveLength(60);
  expect(listInbox(db, { grouping: 'record', offset: 0, limit: 1 })).toMatchObject({ records: 60 });
  expect(ids.every((id) => lastName(db, id) === 'Becker')).toBe(true);
});

test('a copy that is closed under the answers keeps those that were given, and the others stay open', async () => {
  const db = openTestCopy();
  const ids = Array.from({ length: 60 }, () =>
    conflicted(db, { last_name: 'Becker' }, { last_name: 'Baker' }),
  );
  const answers = new CommonAnswers();
  const { preview } = await look(db, answers);
  const heard = nothingHeard();
  const desk = { ...deskOf(db), isOpen: () => heard.done.length === 0 };
  const answer = given(preview, 'server');
  expect(await answers.answer(desk, answer, heard)).toMatchObject({ failure: { code: 'not-connected' } });
  expect(ids.filter((id) => lastName(db, id) === 'Baker').sort()).toEqual([...heard.done].sort());
  expect(listInbox(db, { grouping: 'record', offset: 0, limit: 1 })).toMatchObject({ records: 50 });
  expect(await undo(db, answer.act)).toHaveLength(10);
});
