import { z } from 'zod';
import { RecordId } from '#shared/model/ids.ts';
import { FieldEdit, ListQuery, NewRecord, type RecordDetail } from '#shared/model/record.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { listRecords } from '../database/record-list.ts';
import type { Desk } from '../desk.ts';
import { createRecord } from '../records/create-record.ts';
import { editRecord } from '../records/edit-record.ts';
import { readDetail, readHistory } from '../records/record-detail.ts';
import { tryAgain } from '../records/try-again.ts';
import { undoChange } from '../records/undo-change.ts';
import { atDesk, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

const OneRecord = z.strictObject({ id: RecordId });

/** Reads the detail of a record, or answers `not-found`. */
export function detailAt({ db, resource }: Desk, id: RecordId): Result<RecordDetail> {
  const detail = readDetail(db, resource, id);
  return detail ? succeed(detail) : fail({ code: 'not-found', id });
}

/** Tells everybody of a change that was kept and answers the record as it is now. */
export function answerChanged(desk: Desk, kept: Result<unknown>, id: RecordId): Result<RecordDetail> {
  if (!kept.ok) return kept;
  desk.changed([id]);
  return detailAt(desk, id);
}

/** The calls about Key Accounts. */
export const keyAccountsHandlers = (deskNow: DeskNow): Handlers['keyAccounts'] => ({
  list: {
    input: ListQuery,
    run: atDesk(deskNow, ({ db, resource }, query) => succeed(listRecords(db, resource, query))),
  },
  get: { input: OneRecord, run: atDesk(deskNow, (desk, { id }) => detailAt(desk, id)) },
  history: {
    input: OneRecord,
    run: atDesk(deskNow, ({ db, resource }, { id }) => {
      const history = readHistory(db, resource, id);
      return history ? succeed(history) : fail({ code: 'not-found', id });
    }),
  },
  edit: {
    input: FieldEdit,
    run: atDesk(deskNow, (desk, edit) =>
      answerChanged(desk, editRecord(desk.db, desk.resource, { edit, at: nowAt(desk) }), edit.id),
    ),
  },
  create: {
    input: NewRecord,
    run: atDesk(deskNow, (desk, made) =>
      answerChanged(desk, createRecord(desk.db, desk.resource, { made, at: nowAt(desk) }), made.id),
    ),
  },
  undo: {
    input: z.strictObject({ historyId: z.int().positive() }),
    run: atDesk(deskNow, (desk, { historyId }) => {
      const undone = undoChange(desk.db, desk.resource, { historyId, at: nowAt(desk) });
      return undone.ok ? answerChanged(desk, undone, undone.value) : undone;
    }),
  },
  tryAgain: {
    input: OneRecord,
    run: atDesk(deskNow, (desk, { id }) => answerChanged(desk, tryAgain(desk.db, desk.resource, id), id)),
  },
});
