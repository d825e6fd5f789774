import type { FieldValue } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { useCommands } from '../../api/commands.ts';
import { useRecordCalls } from './use-record-calls.ts';

/** Offers what can be asked of the open record by the menu, the palette and the keys. */
export function useRecordCommands(
  detail: RecordDetail,
  copies: { readonly email?: FieldValue | undefined; readonly guid?: FieldValue | undefined },
  onHistory: () => void,
): void {
  const calls = useRecordCalls();
  const { id, state, attention, possibleDuplicates } = detail;
  const isAsked = possibleDuplicates.length > 0;
  const canDiscard = !isAsked && (state === 'dirty' || state === 'needs-attention');
  useCommands({
    'show-history': onHistory,
    'copy-email': calls.copy(copies.email),
    'copy-guid': calls.copy(copies.guid),
    'try-again':
      attention && !isAsked
        ? () => {
            calls.tryAgain(id);
          }
        : undefined,
    'discard-mine': canDiscard
      ? () => {
          calls.discard(id);
        }
      : undefined,
  });
}
