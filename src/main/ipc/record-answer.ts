import type { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { readDetail } from '../records/record-detail.ts';

/** Reads the detail of a record of any resource, or answers `not-found`. */
export function detailAt({ db }: Desk, id: RecordId): Result<RecordDetail> {
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
export function answerJudged(desk: Desk, id: RecordId, judged: Result<RecordId>): Result<RecordDetail> {
  if (!judged.ok) return judged;
  desk.changed([id, judged.value]);
  return detailAt(desk, judged.value);
}
