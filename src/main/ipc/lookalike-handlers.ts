import { z } from 'zod';
import { RecordId } from '#shared/model/ids.ts';
import { TakeOver, TellApart } from '#shared/model/lookalike.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { succeed, type Result } from '#shared/result.ts';
import { listLookalikes } from '../database/lookalikes.ts';
import type { Desk } from '../desk.ts';
import { asAct } from '../records/change-set.ts';
import { takeOver } from '../records/take-over.ts';
import { tellApart } from '../records/tell-apart.ts';
import { atRecord, idAt, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';
import { answerChanged } from './record-answer.ts';

/** Does what was chosen as one act, tells everybody, and answers the record as it is now. */
function takeOverAt(desk: Desk, given: TakeOver): Result<RecordDetail> {
  const { db, resource } = desk;
  const asked = { ...given, id: idAt(desk, given.id), other: idAt(desk, given.other) };
  const at = nowAt(desk);
  const work = (): Result<undefined> => takeOver(db, resource, { asked, at });
  const taken = asAct(db, { act: asked.act, kind: 'edit', at, work });
  return answerChanged(desk, taken, asked.id);
}

type LookalikeHandlers = Pick<Handlers['keyAccounts'], 'lookalikes' | 'tellApart' | 'takeOver'>;

/** The calls about records that look like the same person. */
export const lookalikeHandlers = (deskNow: DeskNow): LookalikeHandlers => ({
  lookalikes: {
    input: z.strictObject({ id: RecordId }),
    run: atRecord(deskNow, (desk, { id }) => succeed(listLookalikes(desk.db, desk.resource, idAt(desk, id)))),
  },
  tellApart: {
    input: TellApart,
    run: atRecord(deskNow, (desk, { act, ...told }) => {
      const { db, resource } = desk;
      const pair = { id: idAt(desk, told.id), other: idAt(desk, told.other) };
      const at = nowAt(desk);
      const work = (): Result<undefined> => tellApart(db, resource, { ...pair, at });
      const answer = asAct(db, { act, kind: 'tell-apart', at, work });
      if (answer.ok) desk.tell([pair.id, pair.other]);
      return answer;
    }),
  },
  takeOver: { input: TakeOver, run: atRecord(deskNow, takeOverAt) },
});
