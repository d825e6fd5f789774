import { rm } from 'node:fs/promises';
import type { Release, UpdateFailure, UpdateState } from '#shared/model/update.ts';
import type { Clock, Log } from '../ports.ts';
import { isSigned, type Fetched } from './signature.ts';

const FIRST_LOOK_MS = 60_000;
const NEXT_LOOK_MS = 6 * 3_600_000;

/** Where new versions come from. */
export type UpdateSource = {
  /** The newest version; `undefined` where it is this one. */
  readonly check: () => Promise<Release | undefined>;
  /** Fetches what was found last. */
  readonly download: (onPercent: (percent: number) => void) => Promise<Fetched>;
  /** Puts what was fetched last in the place of this app, which ends in this moment. */
  readonly install: (isRestart: boolean) => Promise<void>;
  /** Whether a failure says that what came is not what was announced. */
  readonly isWrongFile: (error: unknown) => boolean;
};

/** What the window and the end of the app ask of the updates. */
export type Updates = {
  readonly state: () => UpdateState;
  readonly check: () => Promise<UpdateState>;
  readonly download: () => Promise<UpdateState>;
  readonly later: () => UpdateState;
  /** Ends the app in its order, puts the new version in place, and starts that. */
  readonly restart: () => void;
  /** Puts the version that is ready in place; to be called when everything is closed, and never before. */
  readonly install: () => Promise<void>;
};

export type UpdateOptions = {
  readonly source: UpdateSource;
  readonly publicKey: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onState: (state: UpdateState) => void;
  readonly quit: () => void;
};

/** Updates of a build that looks for none itself. */
export const noUpdates = (kind: 'none' | 'elsewhere' | 'managed'): Updates => {
  const state = (): UpdateState => ({ kind });
  return {
    state,
    check: () => Promise.resolve(state()),
    download: () => Promise.resolve(state()),
    later: state,
    restart: () => undefined,
    install: () => Promise.resolve(),
  };
};

/** Looks for new versions; fetches one only when a person says so, and believes it only by its signature. */
export class SignedUpdates implements Updates {
  readonly #options: UpdateOptions;
  #state: UpdateState = { kind: 'idle' };
  #fetched: Fetched | undefined;
  #isRestart = false;

  constructor(options: UpdateOptions) {
    this.#options = options;
  }

  readonly state = (): UpdateState => this.#state;

  /** Looks again and again, for as long as the app runs. */
  async watch(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    for (let pause = FIRST_LOOK_MS; ; pause = NEXT_LOOK_MS) {
      await clock.sleep(pause, signal);
      if (signal.aborted) return;
      await this.check();
    }
  }

  readonly check = async (): Promise<UpdateState> => {
    // What is being fetched, or is ready, is not looked for again.
    if (['checking', 'downloading', 'ready'].includes(this.#state.kind)) return this.#state;
    // What is there already stays on the screen while it is asked whether something newer is.
    if (this.#state.kind !== 'available') this.#become({ kind: 'checking' });
    try {
      const release = await this.#options.source.check();
      const checkedAt = new Date(this.#options.clock.now()).toISOString();
      return this.#become(release ? { kind: 'available', ...release } : { kind: 'idle', checkedAt });
    } catch (error) {
      return this.#fail(this.#reasonOf(error), error);
    }
  };

  readonly download = async (): Promise<UpdateState> => {
    if (this.#state.kind !== 'available') return this.#state;
    const { version, notes } = this.#state;
    const release = { version, notes };
    this.#become({ kind: 'downloading', percent: 0, ...release });
    try {
      const fetched = await this.#options.source.download((percent) => {
        this.#become({ kind: 'downloading', percent: Math.floor(percent), ...release });
      });
      if (!(await this.#isOurs(fetched))) return this.#fail('rejected', 'no signature fits');
      this.#fetched = fetched;
      return this.#become({ kind: 'ready', isLater: false, ...release });
    } catch (error) {
      return this.#fail(this.#reasonOf(error), error);
    }
  };

  readonly later = (): UpdateState =>
    this.#state.kind === 'ready' ? this.#become({ ...this.#state, isLater: true }) : this.#state;

  readonly restart = (): void => {
    if (this.#state.kind !== 'ready') return;
    this.#isRestart = true;
    this.#options.quit();
  };

  readonly install = async (): Promise<void> => {
    if (this.#state.kind !== 'ready' || !this.#fetched) return;
    // It lay on the disk since it was fetched.
    if (!(await this.#isOurs(this.#fetched))) {
      this.#fail('rejected', 'the file was changed on the disk');
      return;
    }
    this.#options.log.info('a new version is put in place', { version: this.#fetched.version });
    await this.#options.source.install(this.#isRestart);
  };

  async #isOurs(fetched: Fetched): Promise<boolean> {
    if (await isSigned(fetched, this.#options.publicKey)) return true;
    await rm(fetched.file, { force: true });
    return false;
  }

  #reasonOf(error: unknown): UpdateFailure {
    return this.#options.source.isWrongFile(error) ? 'rejected' : 'unreachable';
  }

  #fail(reason: UpdateFailure, error: unknown): UpdateState {
    const detail = error instanceof Error ? error.name : String(error);
    this.#options.log.warn('no new version', { reason, detail });
    this.#fetched = undefined;
    return this.#become({ kind: 'failed', reason });
  }

  #become(state: UpdateState): UpdateState {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return state;
    this.#state = state;
    this.#options.onState(state);
    return state;
  }
}
