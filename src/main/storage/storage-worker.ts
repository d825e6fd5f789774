import { oneAtATime } from '../one-at-a-time.ts';
import { runBeside } from '../run-beside.ts';
import { storageWorkBy, type StorageWork } from './storage-work.ts';

/** Has each task done in a process of its own, so that the main process never stops for it; one after the other. */
export function storageWorker(program: string): StorageWork {
  const inTurn = oneAtATime();
  return storageWorkBy((task) => inTurn(() => runBeside(program, { name: 'Key Accounts storage', task })));
}
