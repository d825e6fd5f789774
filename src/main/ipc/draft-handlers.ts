import { DraftOwner, KeepDraft } from '#shared/model/draft.ts';
import { NewRecord } from '#shared/model/record.ts';
import { succeed } from '#shared/result.ts';
import { findAlike } from '../database/alike.ts';
import { dropDrafts, keepDraft, listDrafts } from '../database/drafts.ts';
import type { Desk } from '../desk.ts';
import { atDesk, atRecord, idAt, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

/** The record that a draft is of now, where there is one. */
const ownerAt = (desk: Desk, { id }: DraftOwner): DraftOwner =>
  id === undefined ? {} : { id: idAt(desk, id) };

/** The calls about what is typed and not saved, and about what is here already of it. */
export const draftHandlers = (
  deskNow: DeskNow,
): Pick<Handlers['keyAccounts'], 'alike' | 'drafts' | 'keepDraft' | 'dropDrafts'> => ({
  alike: {
    input: NewRecord.pick({ values: true }),
    run: atDesk(deskNow, ({ db, resource }, { values }) => succeed(findAlike(db, resource, values))),
  },
  drafts: {
    input: DraftOwner,
    run: atRecord(deskNow, (desk, owner) =>
      succeed(listDrafts(desk.db, desk.resource, ownerAt(desk, owner))),
    ),
  },
  keepDraft: {
    input: KeepDraft,
    run: atRecord(deskNow, (desk, draft) => {
      keepDraft(desk.db, desk.resource, { ...draft, ...ownerAt(desk, draft), at: nowAt(desk) });
      return succeed(undefined);
    }),
  },
  dropDrafts: {
    input: DraftOwner,
    run: atRecord(deskNow, (desk, owner) => {
      dropDrafts(desk.db, desk.resource, ownerAt(desk, owner));
      return succeed(undefined);
    }),
  },
});
