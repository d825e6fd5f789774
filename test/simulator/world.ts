import { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { Dice } from '../support/walk/dice.ts';
import { carryOut, noteLeaving } from './carry-out.ts';
import { Laptop } from './laptop.ts';
import { fold, Ledger } from './ledger.ts';
import { Network } from './network.ts';
import type { Plan } from './script.ts';
import { START, type LaptopClock } from './sim-clock.ts';
import { SimService, type Asked } from './sim-service.ts';
import { Watcher } from './watcher.ts';

/** What is wrong: the promise that was broken, and what shows it. */
export type Violation = { readonly rule: string; readonly detail: string };

/** Everything there is: a service, laptops, the line between them, and the books that are kept of it all. */
export class World {
  readonly service: SimService;
  readonly network: Network;
  readonly laptops: readonly Laptop[];
  readonly ledger = new Ledger();
  readonly watcher = new Watcher(this);
  readonly resource: Resource;
  /** The records that are worked on. */
  readonly ids: RecordId[] = [];
  readonly violations: Violation[] = [];
  readonly counts = new Map<string, number>();
  readonly lines: string[] = [];
  /** The service's own time. */
  serviceNow = START;
  /** The laptops and records of which the service said that it does not have them. */
  readonly saidGone = new Set<string>();
  /** How often a person wanted a record with a mark made once more. */
  readonly remade = new Map<string, number>();
  isBackedUp = false;
  isRewound = false;
  /** What a person confirmed to overwrite and no request has carried yet. */
  readonly confirmed: { readonly laptop: Laptop; readonly id: RecordId }[] = [];
  #values = 0;
  #ids = 0;
  #eras = 0;

  constructor(readonly plan: Plan) {
    this.resource = { ...keyAccounts, pageSize: plan.pageSize };
    const dice = new Dice(plan.seed ^ 0x5bd1e995);
    const newId = (): string => this.#newId();
    this.service = new SimService(plan, { clock: { now: () => this.serviceNow }, newId });
    this.network = new Network(this.service, {
      onLeave: (laptop, asked) => {
        noteLeaving(this, laptop, asked);
      },
      carryOut: (laptop, asked) => carryOut(this, laptop, asked),
    });
    const say = (message: string): void => {
      this.say(message);
    };
    this.laptops = Array.from({ length: plan.laptops }, (_none, index) => {
      return new Laptop({
        index,
        resource: this.resource,
        transportOf: (laptop, power) => this.network.transportOf(laptop, power),
        newId,
        random: dice.roll,
        log: { info: say, warn: say, error: say },
        cutsPower: plan.cutsPower ?? false,
      });
    });
    // No two laptops, and not the service, ever read the same second: in origin mode a second is a version's name.
    if (plan.mode === 'origin') for (const { clock } of this.laptops) this.setClock(clock, 0);
  }

  say(line: string): void {
    this.lines.push(line);
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  violate(rule: string, detail: string): void {
    this.violations.push({ rule, detail });
    this.say(`VIOLATION ${rule}: ${detail}`);
  }

  laptop(index: number): Laptop {
    return this.laptops[index % this.laptops.length] as Laptop;
  }

  record(index: number): RecordId | undefined {
    return this.ids[index % Math.max(this.ids.length, 1)];
  }

  field(index: number): string {
    return this.plan.fields[index % this.plan.fields.length] as string;
  }

  /** A word that nobody has used. */
  word(who: string): string {
    this.#values += 1;
    return `${who}-${String(this.#values)}`;
  }

  #newId(): string {
    this.#ids += 1;
    const digits = (this.#ids * 2654435761 + this.plan.seed) % 0xffffffff;
    const head = Math.floor(digits).toString(16).padStart(8, '0');
    return `${head}-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  }

  /** A record that a laptop had made goes by another id there now: the service's own, or that of one that it is. */
  rename(laptop: number, { from, to }: { readonly from: RecordId; readonly to: RecordId }): void {
    this.say(`${from} is ${to} now`);
    this.ledger.rename(laptop, { from, to });
    const index = this.ids.indexOf(from);
    if (index < 0) return;
    if (this.ids.includes(to)) this.ids.splice(index, 1);
    else this.ids[index] = to;
  }

  newRecordId(): RecordId {
    return RecordId.parse(this.#newId());
  }

  /** Sets the hands of a laptop: in origin mode to days on which no laptop has been, else to anywhere. */
  setClock(clock: LaptopClock, to: number): void {
    this.#eras += 1;
    const days = (1 + (to % 100)) * 4;
    const sign = to % 2 === 0 ? 1 : -1;
    const era = this.plan.mode === 'origin' ? this.#eras * 400 : 0;
    clock.offset = sign * (days + era) * 86_400_000;
    if (this.plan.mode === 'modern' && to % 3 === 0) clock.offset = sign * to * 700;
  }

  /** Time passes, for everybody. */
  pass(ms: number): void {
    this.serviceNow += ms;
    for (const { clock } of this.laptops) clock.pass(ms);
  }

  /** Does something to the service in the name of whoever works there without this app. */
  asColleague(
    method: string,
    path: string,
    attributes: Readonly<Record<string, unknown>>,
  ): string | undefined {
    const asked: Asked = {
      method,
      url: `https://service.test${keyAccounts.path}${path}`,
      headers: {},
      body: JSON.stringify({ data: { type: 'key_accounts', attributes } }),
    };
    const reply = carryOut(this, undefined, asked);
    if (reply.status > 299) return undefined;
    return (JSON.parse(reply.text) as { data: { id: string } }).data.id;
  }

  /** Whether a laptop has this value of a record's field in its local copy. */
  isLocal(laptop: Laptop, place: { id: RecordId; field: string }, value: string): boolean {
    return fold(this.watcher.localOf(laptop, place.id)?.[place.field]) === value;
  }

  close(): void {
    for (const laptop of this.laptops) laptop.close();
    this.service.close();
  }
}
