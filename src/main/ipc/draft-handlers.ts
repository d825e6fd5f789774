import { DraftOwner, KeepDraft } from '#shared/model/draft.ts';
import { succeed } from '#shared/result.ts';
import { dropDrafts, keepDraft, listDrafts } from '../database/drafts.ts';
import type { Desk } from '../desk.ts';
import { atRecord, idAt, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

/** The record that a draft is of now, where there is one. */
const ownerAt = (desk: Desk, { id }: DraftOwner): DraftOwner =>
  id === undefined ? {} : { id: idAt(desk, id) };

/** The calls about what is typed and not saved. */
export const draftHandlers = (
  deskNow: DeskNow,
): Pick<Handlers['records'], 'drafts' | 'keepDraft' | 'dropDrafts'> => ({
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
