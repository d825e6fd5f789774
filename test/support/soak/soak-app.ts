import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nameOfAddress } from '../../../src/main/local-copies.ts';
import { killNow, launchApp, type App } from '../app/launch-app.ts';
import { isAlive, until } from '../app/wait.ts';
import { Acts, type Theirs } from '../audit/acts.ts';
import { audit } from '../audit/audit.ts';
import { Dice } from '../walk/dice.ts';
import { FieldWorker, type FieldWork } from './field-worker.ts';
import { SOAK_TOKEN, type SoakService } from './soak-service.ts';
import { longer, StopWatch, type LongestStops } from './stops.ts';

const LONGEST_LIFE = 3000;
const BETWEEN_LOOKS = 250;
/** A person's pause between two acts is shorter than this, ms. */
const PAUSE = 80;
const PATIENCE = 90_000;

/** One app of a soak: its profile, its person's ledger, and the records that nobody else edits but the colleague. */
export class SoakApp {
  readonly profileDir: string;
  readonly acts: Acts;
  readonly theirs: Theirs[];
  longestStop: LongestStops = { atStart: 0, atWork: 0 };
  #words = 0;

  constructor(
    readonly options: {
      readonly folder: string;
      readonly index: number;
      readonly seed: number;
      readonly service: SoakService;
      readonly ids: FieldWork['ids'];
      readonly theirs: readonly Theirs[];
    },
  ) {
    const { folder, index } = options;
    this.profileDir = join(folder, `app-${String(index)}`);
    this.acts = new Acts(join(folder, `acts-${String(index)}.jsonl`));
    this.theirs = [...options.theirs];
  }

  /** Lets the app live for up to three seconds under work, kills it, and answers what is wrong with what it left. */
  async live(life: number): Promise<string[]> {
    const dice = new Dice(this.options.seed + life * 7919);
    const app = await launchApp({ profileDir: this.profileDir });
    const stops = await StopWatch.on(app.electronApp);
    const end = new AbortController();
    const killed = sleep(dice.roll() * LONGEST_LIFE).then(() => {
      end.abort();
      killNow(app.pid);
    });
    const working = this.#work(app, this.#workOf(dice, life), { end: end.signal, stops });
    await Promise.all([working, this.#watch(stops, end.signal), killed]);
    await until(`process ${String(app.pid)} is gone`, () => !isAlive(app.pid));
    this.longestStop = longer(this.longestStop, stops.longest);
    await this.#colleagueInPeace(this.#workOf(dice, life));
    return this.#check({ isAtRest: false });
  }

  /**
   * Lets the app live until everything is sent and decided, then quits it and audits it at rest; with `total` also how
   * many records the service has.
   */
  async comeToRest(total?: () => Promise<number>): Promise<string[]> {
    const app = await launchApp({ profileDir: this.profileDir });
    const worker = new FieldWorker(this.#workOf(new Dice(this.options.seed), -1), app.api);
    await this.#connect(app);
    await until(
      'everything is sent and decided',
      async () => {
        await worker.decide();
        await worker.sync();
        const status = await app.api.sync.status();
        await sleep(BETWEEN_LOOKS);
        return status.ok && status.value.allSaved && status.value.progress === undefined;
      },
      PATIENCE,
    );
    await app.close();
    return this.#check({ isAtRest: true, ...(total && { total: await total() }) });
  }

  get file(): string {
    return join(this.profileDir, 'copies', `${nameOfAddress(this.options.service.address)}.db`);
  }

  #workOf(dice: Dice, life: number): FieldWork {
    const { service, ids, index } = this.options;
    return {
      dice,
      service,
      ids,
      acts: this.acts,
      newWord: () => {
        this.#words += 1;
        return `soak-${String(index)}-${String(life)}-${String(this.#words)}`;
      },
      noteTheirs: (theirs) => {
        this.theirs.push(theirs);
      },
    };
  }

  async #work(
    app: App,
    work: FieldWork,
    { end, stops }: { end: AbortSignal; stops: StopWatch },
  ): Promise<void> {
    const worker = new FieldWorker(work, app.api);
    try {
      await this.#connect(app);
      await stops.begin();
      while (!end.aborted) {
        await worker.act();
        await sleep(work.dice.roll() * PAUSE);
      }
    } catch (error) {
      // The app was killed in the middle of a call. Whatever else failed is news.
      if (!end.aborted) throw error;
    }
  }

  async #connect({ api }: App): Promise<void> {
    const connected = await api.connection.connect({
      address: this.options.service.address,
      token: SOAK_TOKEN,
    });
    if (!connected.ok) throw new Error(`The app could not connect: ${connected.failure.code}`);
  }

  async #watch(stops: StopWatch, end: AbortSignal): Promise<void> {
    while (!end.aborted) {
      await stops.look();
      await sleep(BETWEEN_LOOKS);
    }
  }

  /** Where a token is a whole second, the colleague works while the app is dead, and in seconds of their own. */
  async #colleagueInPeace({ dice, ids, newWord, service, noteTheirs }: FieldWork): Promise<void> {
    if (service.mode === 'modern' || !dice.chance(0.4)) return;
    await sleep(1100);
    const id = dice.pick(ids);
    const isThere = await service.request('GET', `/${id}`);
    if (isThere.status !== 200) return;
    const value = `c${newWord()}`;
    const written = await service.colleagueEdits(id, 'last_name', value);
    if (written) noteTheirs({ id, field: 'last_name', value, ...written });
  }

  async #check({ isAtRest, total }: { isAtRest: boolean; total?: number }): Promise<string[]> {
    const { file } = this;
    const acts = this.acts.all();
    if (!existsSync(file))
      return acts.some(({ isAcknowledged }) => isAcknowledged) ? ['I1: there is no local copy'] : [];
    const log = { folder: join(this.profileDir, 'logs'), secrets: [SOAK_TOKEN, 'soak-'] };
    const evidence = { file, service: this.options.service, acts, theirs: this.theirs, log };
    return audit({ ...evidence, ...(total !== undefined && { total }) }, { isAtRest });
  }
}
