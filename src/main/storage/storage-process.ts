import { doStorageTask, StorageTask } from './storage-work.ts';

// The entry of a process of its own that does one task on the file of a local copy and says what came of it.
process.umask(0o077);
process.parentPort.once('message', ({ data }) => {
  process.parentPort.postMessage({ answer: doStorageTask(StorageTask.parse(data)) });
});
