import { wordsOf } from '#shared/language/language.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { valueBefore } from '../ui/record/edited-fields.ts';
import { valueText } from '../ui/field-text.ts';

/** The words of the Marketplace. */
export const words = wordsOf('marketplace');

/** The names of the columns of the list. */
export const columnWords = wordsOf('accountColumns');

/** The names of what can be done to a status. */
export const actWords = wordsOf('accountActs');

/** What the service says was done to an account. */
export const auditWords = wordsOf('accountAudit');

/** The status of an account; one that only this laptop knows says so. */
export function statusText(detail: RecordDetail): string {
  const status = valueText('status', detail.values['status']);
  if (!valueBefore(detail, 'status')) return status;
  switch (detail.state) {
    case 'dirty':
      return words.statusWaiting({ status });
    case 'sending':
      return words.statusSending({ status });
    case 'unknown':
      return words.statusUnknown({ status });
    default:
      return words.statusUnsent({ status });
  }
}
