import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { JudgeDuplicate, ListQuery, NewRecord } from '#shared/model/record.ts';
import { Narrowing } from '#shared/model/selection.ts';
import { succeed, type Result } from '#shared/result.ts';
import { findAlike } from '../database/alike.ts';
import { dropDrafts } from '../database/drafts.ts';
import { countList, listRecords } from '../database/record-list.ts';
import { asAct } from '../records/change-set.ts';
import { createRecord } from '../records/create-record.ts';
import { judgeDuplicate } from '../records/judge-duplicate.ts';
import { atDesk, atRecord, idAt, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';
import { lookalikeHandlers } from './lookalike-handlers.ts';
import type { ManyTools } from './many-at-desk.ts';
import { answerChanged, answerJudged } from './record-answer.ts';
import { selectionHandlers } from './selection-handlers.ts';

/** The calls about making a Key Account, and about whether it was there already. */
const newcomerHandlers = (
  deskNow: DeskNow,
): Pick<Handlers['keyAccounts'], 'alike' | 'create' | 'judgeDuplicate'> => ({
  alike: {
    input: NewRecord.pick({ values: true }),
    run: atDesk(deskNow, ({ db, resource }, { values }) => succeed(findAlike(db, resource, values))),
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

/** The calls about Key Accounts alone: their list, new ones, many at once, and the same person twice. */
export const keyAccountsHandlers = (deskNow: DeskNow, many: ManyTools): Handlers['keyAccounts'] => ({
  list: {
    input: ListQuery,
    run: atDesk(deskNow, ({ db, resource }, query) => succeed(listRecords(db, resource, query))),
  },
  count: {
    input: Narrowing,
    run: atDesk(deskNow, ({ db, resource }, terms) => succeed(countList(db, resource, terms))),
  },
  ...newcomerHandlers(deskNow),
  ...selectionHandlers(deskNow, many),
  ...lookalikeHandlers(deskNow),
});
