import { offeredSteps } from '#shared/model/account-status.ts';
import { fits, sameMeaning, valueOf, type FieldValue } from '#shared/model/field.ts';
import type { Change, HistoryEntry, RecordDetail } from '#shared/model/record.ts';
import { resourceOf } from '#shared/resources/resources.ts';

/**
 * What a line of the history gave fields that is no longer there and can be given again: not while the field waits
 * for a decision, nor when the server no longer has the record.
 */
export const restorable = (detail: RecordDetail, entry: Pick<HistoryEntry, 'kind' | 'changes'>): Change[] =>
  detail.state === 'missing' || !gaveValues(entry)
    ? []
    : entry.changes.filter((change) => isPast(detail, change));

/** Whether the fields had the values of a line: a conflict tells what they did not take, a sending what they had. */
const gaveValues = ({ kind }: Pick<HistoryEntry, 'kind'>): boolean => kind !== 'conflict' && kind !== 'sent';

function isPast(
  { id, base, values, openDecisions }: RecordDetail,
  { field, before, after }: Change,
): boolean {
  const { fields, fixed } = resourceOf(id);
  const kind = fields[field];
  if (kind === undefined || fixed.includes(field) || before === after || openDecisions.includes(field))
    return false;
  if (field === 'status' && !isStatusToHave(after, { base, values })) return false;
  return fits(kind, after) && !sameMeaning(kind, valueOf(values, field), after);
}

/** A status comes about by a step from the one that is, or is still the server's. */
const isStatusToHave = (
  status: FieldValue,
  { base, values }: Pick<RecordDetail, 'base' | 'values'>,
): boolean =>
  base?.['status'] === status ||
  offeredSteps(values).some(({ makes, hindrance }) => makes === status && hindrance === undefined);
