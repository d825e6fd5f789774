import type { RecordDetail } from '#shared/model/record.ts';
import { useCommands } from '../api/commands.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useDiscardMine } from '../ui/use-discard-mine.ts';

/** Lets the menu and the palette try to send the open record again, or discard what was typed into it. */
export function RecordSyncCommands({ detail }: { readonly detail: RecordDetail }): null {
  const acts = useRecordActs();
  const toasts = useToasts();
  const discard = useDiscardMine();
  const { id, state, attention, possibleDuplicates } = detail;
  const isAsked = possibleDuplicates.length > 0;
  const canDiscard = !isAsked && (state === 'dirty' || state === 'needs-attention');
  const tryAgain = async (): Promise<void> => {
    const answer = await acts.tryAgain({ id });
    if (!answer.ok) toasts.fail(answer.failure);
  };
  useCommands({
    'try-again': attention && !isAsked ? () => void tryAgain() : undefined,
    'discard-mine': canDiscard
      ? () => {
          discard(id);
        }
      : undefined,
  });
  return null;
}
