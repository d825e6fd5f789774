import { doStorageTask, storageWorkBy, type StorageWork } from '../../src/main/storage/storage-work.ts';

/** The storage work, done here instead of in a process of its own. */
export const workHere: StorageWork = storageWorkBy((task) => Promise.resolve(doStorageTask(task)));
