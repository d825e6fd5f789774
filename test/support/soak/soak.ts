import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ModeName } from '../../../src/service/mode.ts';
import { readService } from '../audit/service-view.ts';
import { readProgress, writeProgress, type Progress } from './progress.ts';
import { SoakApp } from './soak-app.ts';
import { SoakService } from './soak-service.ts';
import { longer, type LongestStops } from './stops.ts';

const PEOPLE = 40;

/** How long and how a soak runs. */
export type SoakOptions = {
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  readonly mode: ModeName;
  /** How many apps live side by side, each with its own profile and people. */
  readonly apps: number;
  /** Takes up the soak in the folder where it ended; a new one begins otherwise. */
  readonly isResumed: boolean;
  readonly say: (line: string) => void;
};

/** What a soak showed. */
export type SoakResult = {
  readonly kills: number;
  readonly edits: number;
  readonly creates: number;
  readonly decisions: number;
  readonly lost: number;
  readonly doubled: number;
  readonly problems: readonly string[];
  /** In the main process, ms. */
  readonly longestStop: LongestStops;
  readonly seconds: number;
};

/** Kills the real app again and again under edit-and-sync load, audits what each kill left, and in the end everything. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { folder } = options;
  const before = options.isResumed ? readProgress(folder) : undefined;
  if (!before) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const mode = before?.mode ?? options.mode;
  const file = join(folder, 'service.db');
  const service = await SoakService.start({ mode, records: PEOPLE, file, port: before?.port ?? 0 });
  try {
    return await new Soak({ ...options, mode, seed: before?.seed ?? options.seed }, service, before).run();
  } finally {
    await service.stop();
  }
}

class Soak {
  readonly #started = performance.now();
  readonly #problems: string[];
  #apps: SoakApp[] = [];
  #begun: number;
  #kills: number;

  constructor(
    readonly options: SoakOptions,
    readonly service: SoakService,
    readonly before: Progress | undefined,
  ) {
    this.#problems = [...(before?.problems ?? [])];
    this.#kills = before?.kills ?? 0;
    this.#begun = this.#kills;
  }

  async run(): Promise<SoakResult> {
    this.#apps = await this.#openApps();
    await Promise.all(this.#apps.map((app) => this.#lane(app)));
    for (const app of this.#apps) {
      // Until the last one has come to rest, something that another one made may still wait there.
      const isLast = app === this.#apps.at(-1);
      this.#take(app, await app.comeToRest(isLast ? () => this.#madeInAll() : undefined));
    }
    this.#keep();
    return this.#result();
  }

  /** One life of an app after the other, until there were enough kills in all. */
  async #lane(app: SoakApp): Promise<void> {
    while (this.#begun < this.options.kills) {
      this.#begun += 1;
      const life = this.#begun;
      this.#take(
        app,
        (await app.live(life)).map((problem) => `life ${String(life)}: ${problem}`),
      );
      this.#kills += 1;
      this.#keep();
      const { kills, lost, doubled, longestStop, seconds } = this.#result();
      const figures = [
        `${String(lost)} lost`,
        `${String(doubled)} doubled`,
        `longest stop at work ${String(longestStop.atWork)} ms`,
      ];
      this.options.say(`${String(kills)} kills, ${figures.join(', ')}, ${String(seconds)} s`);
    }
  }

  async #openApps(): Promise<SoakApp[]> {
    const { folder, seed, apps } = this.options;
    const people = (await this.service.list(500)).map(({ id }) => id).slice(0, PEOPLE);
    return Array.from({ length: apps }, (_, index) => {
      const own = people.filter((_id, place) => place % apps === index);
      const ids = [...(this.before?.ids[index] ?? own)];
      const theirs = (this.before?.theirs ?? []).filter(({ id }) => ids.includes(id));
      return new SoakApp({ folder, index, seed, service: this.service, ids, theirs });
    });
  }

  /** The people of the start, and every record that an app has made, whether it answered or not. */
  async #madeInAll(): Promise<number> {
    const { records: here } = await readService(this.service, undefined);
    const acts = this.#apps.flatMap((app) => app.acts.all());
    const made = acts.filter(
      ({ kind, id, isAcknowledged }) => kind === 'create' && (isAcknowledged || here.has(id)),
    );
    return PEOPLE + made.length;
  }

  #take(app: SoakApp, problems: readonly string[]): void {
    for (const problem of problems) {
      const line = `app ${String(app.options.index)}: ${problem}`;
      this.#problems.push(line);
      this.options.say(line);
    }
  }

  #keep(): void {
    const { seed, mode, folder } = this.options;
    writeProgress(folder, {
      seed,
      mode,
      port: this.service.port,
      kills: this.#kills,
      ids: this.#apps.map((app) => app.options.ids),
      theirs: this.#apps.flatMap(({ theirs }) => theirs),
      longestStop: this.#result().longestStop,
      seconds: this.#result().seconds,
      problems: this.#problems,
    });
  }

  #result(): SoakResult {
    const acts = this.#apps.flatMap((app) => app.acts.all()).filter(({ isAcknowledged }) => isAcknowledged);
    const count = (kind: string): number => acts.filter((act) => act.kind === kind).length;
    const problemsOf = (...names: string[]): number =>
      this.#problems.filter((problem) => names.some((name) => problem.includes(`${name}:`))).length;
    return {
      kills: this.#kills,
      edits: count('edit'),
      creates: count('create'),
      decisions: count('decision'),
      lost: problemsOf('I1', 'I3', 'I4'),
      doubled: problemsOf('I2'),
      problems: this.#problems,
      longestStop: this.#longestStop(),
      seconds: Math.round((this.before?.seconds ?? 0) + (performance.now() - this.#started) / 1000),
    };
  }

  #longestStop(): LongestStops {
    const none: LongestStops = { atStart: 0, atWork: 0 };
    const { atStart, atWork } = this.#apps
      .map(({ longestStop }) => longestStop)
      .reduce(longer, this.before?.longestStop ?? none);
    return { atStart: Math.round(atStart), atWork: Math.round(atWork) };
  }
}
