import { utilityProcess } from 'electron/main';
import { z } from 'zod';
import { oneAtATime } from '../one-at-a-time.ts';
import { storageWorkBy, type StorageTask, type StorageWork } from './storage-work.ts';

const Message = z.object({ answer: z.unknown() });

/** Has each task done in a process of its own, so that the main process never stops for it; one after the other. */
export function storageWorker(program: string): StorageWork {
  const inTurn = oneAtATime();
  return storageWorkBy((task) => inTurn(() => runBeside(program, task)));
}

function runBeside(program: string, task: StorageTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(program, [], { serviceName: 'Key Accounts storage', stdio: 'ignore' });
    child.once('message', (raw: unknown) => {
      resolve(Message.parse(raw).answer);
      child.kill();
    });
    child.once('exit', (code) => {
      reject(new Error(`The task ${task.kind} ended with code ${String(code)} and no answer.`));
    });
    child.postMessage(task);
  });
}
