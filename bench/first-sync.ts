import type { SyncStatus } from '#shared/model/sync-status.ts';
import type { Api } from '#shared/ipc/define.ts';
import { readVitals, watchMain, withApp, type MeasuredApp, type Vitals } from './measured-app.ts';

/** One first sync: how fast it was and how the main process fared. */
export type FirstSync = Vitals & { readonly seconds: number; readonly records: number };

/** A service and a token that it takes. */
export type Target = { readonly address: string; readonly token: string };

/** Connects a fresh app to a service and measures until every record is in the local copy. */
export const measureFirstSync = (service: Target): Promise<FirstSync> =>
  withApp((app) => syncFirst(app, service));

/** Connects an app that has no copy yet, and measures. */
export async function syncFirst({ app, page }: MeasuredApp, service: Target): Promise<FirstSync> {
  await watchMain(app);
  const synced = await page.evaluate(async ({ address, token }) => {
    const { api } = window as unknown as { api: Api };
    const complete = new Promise<SyncStatus>((resolve) => {
      api.on('syncStatus', (status) => {
        if (status.lastCompletePullAt !== undefined && status.progress === undefined) resolve(status);
      });
    });
    const started = performance.now();
    const connected = await api.connection.connect({ address, token });
    if (!connected.ok) throw new Error(`The app could not connect: ${connected.failure.code}`);
    const { counts } = await complete;
    return { seconds: (performance.now() - started) / 1000, records: counts.total };
  }, service);
  return { ...synced, ...(await readVitals(app)) };
}
