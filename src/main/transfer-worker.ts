import { runBeside } from './run-beside.ts';
import { transferWorkBy, type TransferWork } from './transfer/transfer-work.ts';

/** Has each task on a person's files done in a process of its own, so that the main process never stops for it. */
export const transferWorker = (program: string): TransferWork =>
  transferWorkBy((task) => runBeside(program, { name: 'Key Accounts files', task }));
