import type { RecordRow } from '#shared/model/record.ts';
import type { Acts } from '../../api/commands.ts';
import type { RecordCalls } from '../record/use-record-calls.ts';

/** How a row is opened. */
export type Opening = { readonly open: () => void; readonly openHistory: () => void };

/** What can be asked of a row as it is shown; the main process looks once more where more has to be known. */
export const actsOfRow = (
  { id, values, state }: RecordRow,
  { open, openHistory }: Opening,
  calls: RecordCalls,
): Acts => ({
  'open-record': open,
  'show-history': openHistory,
  'copy-email': calls.copy(values['email'] ?? values['technicalSupportEmail']),
  'copy-guid': calls.copy(values['remote_id']),
  'try-again':
    state === 'needs-attention'
      ? () => {
          calls.tryAgain(id);
        }
      : undefined,
  'discard-mine':
    state === 'dirty' || state === 'needs-attention'
      ? () => {
          calls.discard(id);
        }
      : undefined,
});
