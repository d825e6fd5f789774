import { doTransferTask, TransferTask } from './transfer-work.ts';

// The entry of a process of its own that reads or writes one file of a person and says what came of it.
process.umask(0o077);
process.parentPort.once('message', ({ data }) => {
  process.parentPort.postMessage({ answer: doTransferTask(TransferTask.parse(data)) });
});
