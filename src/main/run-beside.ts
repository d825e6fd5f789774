import { utilityProcess } from 'electron/main';
import { z } from 'zod';

const Message = z.object({ answer: z.unknown() });

/** A piece of work for another process, by a name that the list of processes shows. */
export type BesideTask = { readonly name: string; readonly task: { readonly kind: string } };

/** Has a task done by a process of its own that ends with it; an end without an answer is a bug and throws. */
export function runBeside(program: string, { name, task }: BesideTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(program, [], { serviceName: name, stdio: 'ignore' });
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
