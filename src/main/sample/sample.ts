import { rm } from 'node:fs/promises';
import type { AppState } from '#shared/model/app-state.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { CurrentDesk, DeskChoice } from '../current-desk.ts';
import type { Desk } from '../desk.ts';
import type { CopyPlaces } from '../local-copies.ts';
import type { SettingsStore } from '../settings-store.ts';
import type { SampleService } from './sample-service.ts';

/** What the sample works with. */
export type SampleTools = {
  readonly service: SampleService;
  readonly settings: SettingsStore;
  readonly places: CopyPlaces;
  readonly current: CurrentDesk;
  /** Plays a second person who works on the same records; answers how many were edited. */
  readonly colleague: (desk: Desk, token: string) => Promise<number>;
};

/** Starts the sample service and opens the sample's own copy. Fails with `managed` where an administrator wants none. */
export async function exploreSample(tools: SampleTools): Promise<Result<AppState>> {
  const { current, settings } = tools;
  if (current.desk()?.connection.kind === 'sample') return succeed(await current.state());
  if (settings.managed.settings.sampleData === false) return fail({ code: 'managed' });
  const state = await current.change(async () => {
    const desk = await sampleDesk(tools);
    settings.saveConnection({ kind: 'sample' });
    return desk;
  });
  return succeed(state);
}

/** The desk of the sample, with its service running until the desk is left. */
export async function sampleDesk({
  service,
  places,
}: Pick<SampleTools, 'service' | 'places'>): Promise<DeskChoice> {
  const file = places.ofSample();
  const { address, token } = await service.start();
  const connection = { kind: 'sample', address, label: '' } as const;
  // Its service has another address at every start.
  const owner = { address: 'sample', account: 0 };
  return { connection, owner, file, token: () => token, release: service.stop };
}

/** Deletes everything that belongs to the sample; where it was open, the app is at its first run again. */
export async function removeSample({ current, service, settings, places }: SampleTools): Promise<AppState> {
  const remove = async (): Promise<undefined> => {
    await service.stop();
    await rm(places.sampleFolder, { recursive: true, force: true, maxRetries: 3 });
  };
  if (settings.connection()?.kind !== 'sample') {
    await remove();
    return current.state();
  }
  return current.change(async () => {
    await remove();
    settings.saveConnection(undefined);
    return undefined;
  });
}

/** Lets the colleague edit records of the sample; answers how many. */
export async function letColleagueEdit({
  current,
  service,
  colleague,
}: SampleTools): Promise<Result<{ readonly edited: number }>> {
  const desk = current.desk();
  const running = service.running();
  if (desk?.connection.kind !== 'sample' || !running) return fail({ code: 'not-connected' });
  return succeed({ edited: await colleague(desk, running.token) });
}
