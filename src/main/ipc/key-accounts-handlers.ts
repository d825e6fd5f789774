import { z } from 'zod';
import { OperationId, RecordId } from '#shared/model/ids.ts';
import {
  FieldEdit,
  JudgeDuplicate,
  JudgeMissing,
  ListQuery,
  NewRecord,
  type RecordDetail,
} from '#shared/model/record.ts';
import { Narrowing } from '#shared/model/selection.ts';
import type { Discarded } from '#shared/model/sync-centre.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { dropDrafts, keepDraft } from '../database/drafts.ts';
import { countList, listRecords } from '../database/record-list.ts';
import type { Desk } from '../desk.ts';
import { asAct } from '../records/change-set.ts';
import { createRecord } from '../records/create-record.ts';
import { discardMine } from '../records/discard-mine.ts';
import { editRecord } from '../records/edit-record.ts';
import { judgeDuplicate } from '../records/judge-duplicate.ts';
import { judgeMissing } from '../records/judge-missing.ts';
import { readDetail, readHistory } from '../records/record-detail.ts';
import { tryAgain } from '../records/try-again.ts';
import { undoChange } from '../records/undo-change.ts';
import { actHandlers } from './act-handlers.ts';
import { atDesk, atRecord, idAt, newAct, nowAt, type DeskNow } from './at-desk.ts';
import { draftHandlers } from './draft-handlers.ts';
import type { Handlers } from './handler.ts';
import { lookalikeHandlers } from './lookalike-handlers.ts';
import type { ManyTools } from './many-at-desk.ts';
import { selectionHandlers } from './selection-handlers.ts';

const OneRecord = z.strictObject({ id: RecordId });

/** Reads the detail of a record of any resource, or answers `not-found`. */
function detailAt({ db }: Desk, id: RecordId): Result<RecordDetail> {
  const detail = readDetail(db, resourceOf(id), id);
  return detail ? succeed(detail) : fail({ code: 'not-found', id });
}

/** Tells everybody of a change that was kept and answers the record as it is now. */
export function answerChanged(desk: Desk, kept: Result<unknown>, id: RecordId): Result<RecordDetail> {
  if (!kept.ok) return kept;
  desk.changed([id]);
  return detailAt(desk, id);
}

/** Tells everybody of a judgement and answers the record that it left to be shown. */
function answerJudged(desk: Desk, id: RecordId, judged: Result<RecordId>): Result<RecordDetail> {
  if (!judged.ok) return judged;
  desk.changed([id, judged.value]);
  return detailAt(desk, judged.value);
}

/** The calls by which a person says what is to become of a record. */
const judgeHandlers = (
  deskNow: DeskNow,
): Pick<Handlers['keyAccounts'], 'judgeMissing' | 'judgeDuplicate'> => ({
  judgeMissing: {
    input: JudgeMissing.extend({ act: OperationId }),
    run: atRecord(deskNow, (desk, input) => {
      const { act, choice } = input;
      const judged = { choice, id: idAt(desk, input.id) };
      const at = nowAt(desk);
      const work = (): Result<RecordId> =>
        judgeMissing(desk.db, desk.resource, { judged, at, newId: desk.ports.newId });
      return answerJudged(desk, judged.id, asAct(desk.db, { act, kind: choice, at, work }));
    }),
  },
  judgeDuplicate: {
    input: JudgeDuplicate.extend({ act: OperationId }),
    run: atRecord(deskNow, (desk, { act, ...input }) => {
      const judged = { ...input, id: idAt(desk, input.id) };
      const at = nowAt(desk);
      const kind = judged.other === undefined ? 'keep-apart' : 'join';
      const work = (): Result<RecordId> => judgeDuplicate(desk.db, desk.resource, { judged, at });
      return answerJudged(desk, judged.id, asAct(desk.db, { act, kind, at, work }));
    }),
  },
});

/** The calls by which a person changes a record; each is an act that can be taken back. */
const changeHandlers = (deskNow: DeskNow): Pick<Handlers['keyAccounts'], 'edit' | 'create' | 'undo'> => ({
  edit: {
    input: FieldEdit,
    run: atRecord(deskNow, (desk, input) => {
      const edit = { ...input, id: idAt(desk, input.id) };
      const at = nowAt(desk);
      const work = (): Result<undefined> => {
        const saved = editRecord(desk.db, desk.resource, { edit, at });
        // What is saved is no draft any more: both are true at the same moment.
        if (saved.ok) keepDraft(desk.db, desk.resource, { ...edit, value: undefined, at });
        return saved;
      };
      const kept = asAct(desk.db, { act: edit.operation, kind: 'edit', at, work });
      return answerChanged(desk, kept, edit.id);
    }),
  },
  create: {
    input: NewRecord,
    run: atDesk(deskNow, (desk, made) => {
      const at = nowAt(desk);
      const work = (): Result<undefined> => {
        const saved = createRecord(desk.db, desk.resource, { made, at });
        if (saved.ok) dropDrafts(desk.db, desk.resource, {});
        return saved;
      };
      const kept = asAct(desk.db, { act: made.operation, kind: 'create', at, work });
      return answerChanged(desk, kept, idAt(desk, made.id));
    }),
  },
  undo: {
    input: z.strictObject({ historyId: z.int().positive(), act: OperationId.optional() }),
    run: atDesk(deskNow, (desk, { historyId, act = newAct(desk) }) => {
      const at = nowAt(desk);
      const work = (): Result<RecordId> => undoChange(desk.db, { historyId, at });
      const undone = asAct(desk.db, { act, kind: 'restore', at, work });
      return undone.ok ? answerChanged(desk, undone, undone.value) : undone;
    }),
  },
});

/** The calls about what of a record was not sent. */
const unsentHandlers = (deskNow: DeskNow): Pick<Handlers['keyAccounts'], 'tryAgain' | 'discardMine'> => ({
  tryAgain: {
    input: OneRecord,
    run: atRecord(deskNow, (desk, { id }) => {
      const now = idAt(desk, id);
      return answerChanged(desk, tryAgain(desk.db, desk.resource, now), now);
    }),
  },
  discardMine: {
    input: z.strictObject({ id: RecordId, act: OperationId }),
    run: atRecord(deskNow, (desk, { id: told, act }) => {
      const at = nowAt(desk);
      const id = idAt(desk, told);
      const work = (): Result<Discarded> => discardMine(desk.db, desk.resource, { id, at });
      const discarded = asAct(desk.db, { act, kind: 'discard', at, work });
      if (discarded.ok) desk.changed([id]);
      return discarded;
    }),
  },
});

/** The calls about Key Accounts. */
export const keyAccountsHandlers = (deskNow: DeskNow, many: ManyTools): Handlers['keyAccounts'] => ({
  list: {
    input: ListQuery,
    run: atDesk(deskNow, ({ db, resource }, query) => succeed(listRecords(db, resource, query))),
  },
  count: {
    input: Narrowing,
    run: atDesk(deskNow, ({ db, resource }, terms) => succeed(countList(db, resource, terms))),
  },
  get: { input: OneRecord, run: atRecord(deskNow, (desk, { id }) => detailAt(desk, idAt(desk, id))) },
  history: {
    input: OneRecord,
    run: atRecord(deskNow, (desk, { id }) => {
      const history = readHistory(desk.db, desk.resource, idAt(desk, id));
      return history ? succeed(history) : fail({ code: 'not-found', id });
    }),
  },
  ...changeHandlers(deskNow),
  ...unsentHandlers(deskNow),
  ...selectionHandlers(deskNow, many),
  ...actHandlers(deskNow, many.lane),
  ...draftHandlers(deskNow),
  ...judgeHandlers(deskNow),
  ...lookalikeHandlers(deskNow),
});
