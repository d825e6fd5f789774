import { z } from 'zod';
import { OperationId, RecordId } from '#shared/model/ids.ts';
import { FieldEdit, JudgeMissing } from '#shared/model/record.ts';
import type { Discarded } from '#shared/model/sync-centre.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { keepDraft } from '../database/drafts.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import { asAct } from '../records/change-set.ts';
import { discardMine } from '../records/discard-mine.ts';
import { editRecord } from '../records/edit-record.ts';
import { judgeMissing } from '../records/judge-missing.ts';
import { readHistory } from '../records/record-detail.ts';
import { tryAgain } from '../records/try-again.ts';
import { undoChange } from '../records/undo-change.ts';
import { actHandlers } from './act-handlers.ts';
import { atDesk, atRecord, idAt, newAct, nowAt, type DeskNow } from './at-desk.ts';
import { draftHandlers } from './draft-handlers.ts';
import type { Handlers } from './handler.ts';
import { answerChanged, answerJudged, detailAt } from './record-answer.ts';

const OneRecord = z.strictObject({ id: RecordId });

/** The calls by which a person changes a record; each is an act that can be taken back. */
const changeHandlers = (deskNow: DeskNow): Pick<Handlers['records'], 'edit' | 'undo' | 'judgeMissing'> => ({
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
  undo: {
    input: z.strictObject({ historyId: z.int().positive(), act: OperationId.optional() }),
    run: atDesk(deskNow, (desk, { historyId, act = newAct(desk) }) => {
      const at = nowAt(desk);
      const work = (): Result<RecordId> => undoChange(desk.db, { historyId, at });
      const undone = asAct(desk.db, { act, kind: 'restore', at, work });
      return undone.ok ? answerChanged(desk, undone, undone.value) : undone;
    }),
  },
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
});

/** The calls about what of a record was not sent. */
const unsentHandlers = (deskNow: DeskNow): Pick<Handlers['records'], 'tryAgain' | 'discardMine'> => ({
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

/** The calls about one record of any resource, and about the acts on them. */
export const recordsHandlers = (deskNow: DeskNow, lane: OneAtATime): Handlers['records'] => ({
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
  ...actHandlers(deskNow, lane),
  ...draftHandlers(deskNow),
});
