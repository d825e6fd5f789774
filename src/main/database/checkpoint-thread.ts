import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';

// The entry of a thread that moves what was committed from the log of a local copy into its file, each time it is asked
// to. It never writes a record: that is the main process's alone.
const database = new BetterSqlite3(z.string().parse(workerData), { fileMustExist: true, timeout: 0 });

parentPort?.on('message', (wish) => {
  if (wish === 'checkpoint') {
    // Passive: it waits for nobody, and nobody waits for it.
    const [done] = database.pragma('wal_checkpoint(PASSIVE)') as unknown[];
    parentPort?.postMessage(done);
  } else {
    database.close();
    parentPort?.close();
  }
});
