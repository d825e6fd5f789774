import type { FieldValue } from '#shared/model/field.ts';
import { RecordId } from '#shared/model/ids.ts';
import { readRecord, type StoredRecord } from '../../../src/main/database/records.ts';
import type { Transport } from '../../../src/main/ports.ts';
import { Holds } from '../../../src/main/sync/holds.ts';
import type { RoundContext } from '../../../src/main/sync/round-context.ts';
import type { Device } from '../device.ts';
import type { World } from '../world.ts';
import { Dice } from './dice.ts';
import type { Ground } from './ground.ts';
import { Ledger } from './ledger.ts';

/** Two laptops and a colleague, what they did so far, and what is wrong with it. */
export class Walk {
  readonly dice: Dice;
  readonly ledger = new Ledger();
  readonly laptops: readonly [Laptop, Laptop];
  /** The records that are worked on. */
  readonly ids: RecordId[] = [];
  readonly problems: string[] = [];
  /** Requests that the service has yet to see, although whoever sent them gave them up. */
  readonly late: (() => Promise<unknown>)[] = [];
  /** Whether requests meet faults, and whether people act while one is on its way. */
  isHostile = false;
  /** What the colleague edited last, and when by the service's clock. */
  writtenThere: { readonly id: RecordId; readonly at: number } | undefined;
  readonly #lines: string[] = [];
  #depth = 0;
  #values = 0;

  constructor(
    readonly ground: Ground,
    readonly seed: number,
    transportOf: (walk: Walk, index: number) => Transport,
  ) {
    this.dice = new Dice(seed);
    const laptopOf = (index: number) => new Laptop(ground, index, transportOf(this, index));
    this.laptops = [laptopOf(0), laptopOf(1)];
  }

  get world(): World {
    return this.ground.world;
  }

  /** What happened, line by line. */
  get script(): string {
    return this.#lines.join('\n');
  }

  say(line: string): void {
    this.#lines.push(`${'  '.repeat(this.#depth)}${line}`);
  }

  get isDeep(): boolean {
    return this.#depth >= 3;
  }

  /** Does something that happens inside something else. */
  async within(when: string, work: () => void | Promise<void>): Promise<void> {
    this.#depth += 1;
    this.say(`[${when}]`);
    try {
      await work();
    } catch (error) {
      // The engine would take it for a failure of the line.
      this.problems.push(`${when}: ${String(error)}`);
    }
    this.#depth -= 1;
  }

  /** A field to work on: few of them in most walks, so that people meet in them. */
  field(): string {
    return this.dice.pick(this.ground.fields.slice(0, [1, 2, 4][this.seed % 3]));
  }

  /** A value that nobody had before. */
  value(who: string, field: string): FieldValue {
    this.#values += 1;
    const unique = `${who}-${String(this.#values)}`;
    const number = 1000 + this.#values;
    if (field === 'remote_id') return who !== 'c' && this.dice.chance(0.5) ? number : String(number);
    if (this.dice.chance(0.15)) return `${unique} `;
    return field === 'email' ? `${unique}@x.example` : unique;
  }

  /** A time at which nobody else edits. */
  time(): string {
    this.world.clock.pass(1000);
    const at = new Date(this.world.clock.now()).toISOString();
    this.world.clock.pass(1000);
    return at;
  }

  newId(): RecordId {
    const digits = (count: number) =>
      Array.from({ length: count }, () => this.dice.below(16).toString(16)).join('');
    return RecordId.parse(`${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`);
  }

  async noteStored(id: RecordId): Promise<void> {
    const values = await this.ground.stored(id);
    if (values) this.ledger.noteStored(id, this.ground.fields, values);
  }

  /** Notes what each laptop has seen of the service so far. */
  noteSeen(): void {
    for (const laptop of this.laptops) {
      for (const id of this.ids) {
        const values = laptop.read(id)?.base?.values;
        for (const field of values ? this.ground.fields : [])
          this.ledger.noteSeen({ index: laptop.index, id, field }, values?.[field] ?? null);
      }
    }
  }
}

/** One of the laptops: it lives by the world's clock, so that a seed is always the same walk. */
export class Laptop {
  readonly device: Device;
  readonly name: string;
  /** Whether a round or an overwrite is under way. */
  isBusy = false;
  #holds: Holds;

  constructor(
    readonly ground: Ground,
    readonly index: number,
    transport: Transport,
  ) {
    this.name = `d${String(index)}`;
    this.device = ground.world.device(transport, undefined, ground.resource);
    this.#holds = new Holds(this.#clock);
    this.#hurry();
  }

  get #clock(): RoundContext['ports']['clock'] {
    const { now } = this.ground.world.clock;
    return { ...this.device.context().ports.clock, now, monotonic: now };
  }

  /** No walk cuts the power, so that nothing has to wait for the disk. */
  #hurry(): void {
    this.device.db.run('PRAGMA synchronous = OFF');
  }

  context(): RoundContext {
    const context = this.device.context();
    return { ...context, ports: { ...context.ports, clock: this.#clock }, holds: this.#holds };
  }

  read(id: RecordId): StoredRecord | undefined {
    return readRecord(this.device.db, this.ground.resource, id);
  }

  restart(): void {
    this.device.restart();
    this.#holds = new Holds(this.#clock);
    this.#hurry();
  }
}
