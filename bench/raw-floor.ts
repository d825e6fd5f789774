import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { readVitals, watchMain, withApp } from './measured-app.ts';
import type { FirstSync } from './first-sync.ts';

/**
 * What the same records cost without an app around them, in the same kind of main process: fetch every page,
 * `JSON.parse` it, and insert all rows in one transaction.
 */
export const measureRawFloor = (service: { address: string; token: string }): Promise<FirstSync> =>
  withApp(async ({ app }) => {
    await watchMain(app);
    const fetched = await app.evaluate(
      async ({ app: electron, net }, { address, token, size }) => {
        const nodeModule = process.getBuiltinModule('node:module');
        const path = process.getBuiltinModule('node:path');
        const require = nodeModule.createRequire(path.join(electron.getAppPath(), 'package.json'));
        const Database = require('better-sqlite3') as new (file: string) => {
          readonly pragma: (text: string) => void;
          readonly exec: (sql: string) => void;
          readonly prepare: (sql: string) => { readonly run: (...values: unknown[]) => void };
          readonly transaction: (work: () => void) => () => void;
          readonly close: () => void;
        };
        const database = new Database(path.join(electron.getPath('userData'), 'floor.db'));
        database.pragma('journal_mode = WAL');
        database.pragma('synchronous = FULL');
        database.exec('CREATE TABLE rows (id TEXT PRIMARY KEY, attributes TEXT)');
        const insert = database.prepare('INSERT INTO rows VALUES (?, ?)');
        const rows: { id: string; attributes: object }[] = [];
        const started = performance.now();
        for (let page = 1, pages = 1; page <= pages; page += 1) {
          const url = `${address}/api/v2/user/key_accounts?page=${String(page)}&per_page=${String(size)}`;
          const response = await net.fetch(url, { headers: { authorization: `Bearer ${token}` } });
          const body = JSON.parse(await response.text()) as {
            data: typeof rows;
            meta: { pagination: { total_pages: number } };
          };
          pages = body.meta.pagination.total_pages;
          rows.push(...body.data);
        }
        database.transaction(() => {
          for (const { id, attributes } of rows) insert.run(id, JSON.stringify(attributes));
        })();
        const seconds = (performance.now() - started) / 1000;
        database.close();
        return { seconds, records: rows.length };
      },
      { ...service, size: keyAccounts.pageSize },
    );
    return { ...fetched, ...(await readVitals(app)) };
  });
