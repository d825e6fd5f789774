import { wordsOf } from '#shared/language/language.ts';
import { useCommands } from '../api/commands.ts';
import { useStorageActs } from '../api/storage.ts';
import { useToasts } from '../ui/toast-context.ts';

const words = wordsOf('backUps');

/** Offers a back-up of the local copy from every screen of the desk; says what became of it. */
export function useBackUpCommand(): void {
  const { backUp } = useStorageActs();
  const toasts = useToasts();
  const run = async (): Promise<void> => {
    const answer = await backUp();
    if (answer.ok) toasts.show({ text: words.made });
    else toasts.fail(answer.failure, () => void run());
  };
  useCommands({ 'back-up': () => void run() });
}
