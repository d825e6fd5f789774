import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { listConflicted, listConflicts } from '../../../src/main/database/conflicts.ts';
import { isOutboxEmpty } from '../../../src/main/database/outbox.ts';
import { Acts, type Theirs } from '../audit/acts.ts';
import { audit } from '../audit/audit.ts';
import { Person } from '../audit/person.ts';
import { Device } from '../device.ts';
import { HastyClock } from '../hasty-clock.ts';
import { LAPTOP } from '../laptop/build-laptop.ts';
import type { Job, Step } from '../laptop/job.ts';
import { FaultProxy } from '../wire/fault-proxy.ts';
import type { World } from '../world.ts';

const TOKEN = 'field-token';
const PAGE_SIZE = 5;
/** Rounds within which everything has to have arrived. */
const ROUNDS_TO_REST = 6;
/** Longer than any request can still be under way, ms. */
const SETTLED = 130_000;

/** A folder with a local copy that a laptop in a process of its own works on, and that this one takes over when it was killed. */
export class KillDesk {
  readonly #notes = mkdtempSync(join(tmpdir(), 'key-accounts-notes-'));
  readonly actsFile = join(this.#notes, 'acts.jsonl');
  readonly pointsFile = join(this.#notes, 'points.txt');
  readonly theirs: Theirs[] = [];
  readonly #clock = new HastyClock();
  #laptop: Device | undefined;

  private constructor(
    readonly world: World,
    readonly line: FaultProxy,
    readonly folder: string,
  ) {}

  /** Opens a line to the service of a world; the local copy will be in the folder. */
  static async open(
    world: World,
    folder = mkdtempSync(join(tmpdir(), 'key-accounts-killed-')),
  ): Promise<KillDesk> {
    return new KillDesk(world, await FaultProxy.open(() => world.address), folder);
  }

  get file(): string {
    return join(this.folder, 'copy.db');
  }

  /** The clock of the laptop in this process. */
  get clock(): HastyClock {
    return this.#clock;
  }

  /** The laptop in this process, opened when it is first asked for. */
  get laptop(): Device {
    this.#laptop ??= new Device(this.line.address, {
      token: TOKEN,
      folder: this.folder,
      pageSize: PAGE_SIZE,
      clock: this.#clock,
    });
    return this.#laptop;
  }

  /** The person at it, with every act so far, whichever process it was told in. */
  get person(): Person {
    return new Person(this.laptop, new Acts(this.actsFile));
  }

  /** Lets the colleague edit one field over what stands there. */
  async colleagueEdits(id: RecordId, field: string, value: string): Promise<void> {
    const before = await this.world.colleague.get(id);
    await this.world.colleague.edit(id, { [field]: value });
    this.theirs.push({ id, field, value, displaced: before[field] as FieldValue });
  }

  /** Closes the laptop here, and lets one in a process of its own take the steps; answers the signal that ended it. */
  async runApart(
    steps: readonly Step[],
    { killAt, onStart }: { killAt?: number | undefined; onStart?: (pid: number) => void } = {},
  ): Promise<NodeJS.Signals | null> {
    this.leave();
    writeFileSync(this.pointsFile, '');
    const job: Job = {
      folder: this.folder,
      address: this.line.address,
      token: TOKEN,
      pageSize: PAGE_SIZE,
      acts: this.actsFile,
      points: this.pointsFile,
      steps,
      ...(killAt !== undefined && { killAt }),
    };
    const child = spawn(process.execPath, [LAPTOP, JSON.stringify(job)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: Buffer[] = [];
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    if (child.pid === undefined) throw new Error('The laptop has no process.');
    onStart?.(child.pid);
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (code !== 0 && signal === null)
      throw new Error(`The laptop failed: ${Buffer.concat(said).toString()}`);
    return signal;
  }

  /** The points that the laptop came by, in order. */
  points(): string[] {
    return readFileSync(this.pointsFile, 'utf8').split('\n').filter(Boolean);
  }

  /** Runs rounds, some seconds of the service's clock apart, until everything should have arrived and was decided. */
  async comeToRest(): Promise<void> {
    for (let round = 0; round < ROUNDS_TO_REST; round += 1) {
      this.world.clock.pass(3000);
      this.#clock.pass(SETTLED);
      await this.laptop.round();
      for (const id of listConflicted(this.laptop.db, keyAccounts)) this.#decide(id);
      if (round > 0 && isOutboxEmpty(this.laptop.db, keyAccounts)) return;
    }
  }

  /** Lets the person keep their own value wherever they are asked. */
  #decide(id: RecordId): void {
    const { person } = this;
    const { values } = this.laptop.record(id);
    const fields = listConflicts(this.laptop.db, keyAccounts, id).map(({ field }) => field);
    for (const field of fields) person.choose(id, field, { side: 'yours' });
    person.save(id, Object.fromEntries(fields.map((field) => [field, values[field] ?? null])));
  }

  /** What is wrong with the files as they lie there now. */
  check(options: { isAtRest?: boolean; total?: number } = {}): Promise<string[]> {
    const { isAtRest = false, total } = options;
    const acts = new Acts(this.actsFile).all();
    const evidence = {
      file: join(this.folder, 'copy.db'),
      service: this.world.colleague,
      acts,
      theirs: this.theirs,
    };
    return audit({ ...evidence, ...(total !== undefined && { total }) }, { isAtRest });
  }

  /** Closes the laptop in this process. */
  leave(): void {
    this.#laptop?.close();
    this.#laptop = undefined;
  }

  async end(): Promise<void> {
    this.leave();
    await this.line.close();
    for (const folder of [this.folder, this.#notes]) rmSync(folder, { recursive: true, force: true });
  }
}
