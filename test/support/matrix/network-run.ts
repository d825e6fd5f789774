import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { tryAgain } from '../../../src/main/records/try-again.ts';
import type { RoundEnd } from '../../../src/main/sync/run-round.ts';
import { Acts, type Theirs } from '../audit/acts.ts';
import { audit } from '../audit/audit.ts';
import { Person } from '../audit/person.ts';
import { Device, newRecordId } from '../device.ts';
import { HastyClock } from '../hasty-clock.ts';
import { FaultProxy, pass } from '../wire/fault-proxy.ts';
import type { World } from '../world.ts';
import { openOtherServers, type OtherServers } from './other-servers.ts';
import type { Changed, Listed, NetworkRow, Shown } from './network-row.ts';

const TOKEN = 'field-token';
const PEOPLE = 12;
const SETTLED = 130_000;
/** Rounds within which everything has to have arrived after the fault is gone. */
const ROUNDS_TO_REST = 5;

/** What one row showed: each phase, and whatever was wrong in the end. */
export type Seen = Shown & { readonly problems: readonly string[]; readonly changesWritten: number };

/** A laptop with a change and a new record that wait, on a line that meets faults, beside a colleague. */
export class NetworkDesk {
  readonly acts = new Acts();
  readonly problems: string[] = [];
  readonly #theirs: Theirs[] = [];
  readonly #clock: HastyClock;
  readonly #laptop: Device;
  readonly #person: Person;
  #edited: RecordId[] = [];

  private constructor(
    readonly world: World,
    readonly line: FaultProxy,
    readonly elsewhere: FaultProxy,
    readonly others: OtherServers,
    haste?: number,
  ) {
    this.#clock = new HastyClock(haste);
    this.#laptop = new Device(line.address, { token: TOKEN, clock: this.#clock });
    this.#person = new Person(this.#laptop, this.acts);
  }

  /** Opens a laptop that has had its first round, then a person and a colleague work. */
  static async open(world: World, { haste }: { haste?: number } = {}): Promise<NetworkDesk> {
    const line = await FaultProxy.open(() => world.address);
    const elsewhere = await FaultProxy.open(() => world.address);
    const desk = new NetworkDesk(world, line, elsewhere, await openOtherServers(world.address), haste);
    await desk.#round();
    world.clock.pass(5000);
    await desk.#work();
    return desk;
  }

  /** Lets the row's fault meet every request of one round, then every write of another, then heals the line. */
  async meet(row: NetworkRow): Promise<Seen> {
    const stage = { elsewhere: this.elsewhere, others: this.others };
    const fault = row.fault(stage);
    this.line.always(fault);
    this.#divert(row.goesTo?.(stage), () => true);
    const list = listedAs(await this.#round());
    await this.#check('after the list');
    this.line.always((exchange) => (isWrite(exchange.request.method) ? fault : pass)(exchange));
    this.#divert(row.goesTo?.(stage), isWrite);
    const change = this.#changedAs(await this.#round());
    await this.#check('after the change');
    this.line.always(pass);
    this.#divert(undefined, isWrite);
    await this.#comeToRest();
    if (this.elsewhere.connections > 0) this.problems.push('another server was spoken to');
    const written = this.line.answered.filter(({ method, status }) => isWrite(method) && status < 300).length;
    return { list, change, problems: this.problems, changesWritten: written };
  }

  async close(): Promise<void> {
    await this.line.close();
    await this.elsewhere.close();
    await this.others.close();
    this.#laptop.dispose();
  }

  /** A person edits and makes a record; a colleague edits the same person's other field, and somebody else. */
  async #work(): Promise<void> {
    const [edited, other] = this.#laptop.ids();
    if (!edited || !other) throw new Error('The service has fewer than two people.');
    const made = newRecordId();
    this.#person.edit(edited, 'last_name', 'Typed-Here');
    this.#person.create(made, { first_name: 'Made', last_name: 'Hère', email: 'made@example.org' });
    await this.#colleagueEdits(edited, 'first_name', 'Þeirs');
    await this.#colleagueEdits(other, 'last_name', 'Also-Theirs');
    this.#edited = [edited, made];
  }

  async #colleagueEdits(id: RecordId, field: string, value: string): Promise<void> {
    const before = await this.world.colleague.get(id);
    await this.world.colleague.edit(id, { [field]: value });
    this.#theirs.push({ id, field, value, displaced: before[field] as string | null });
  }

  /** Lets some requests go to another server than the one that was meant. */
  #divert(address: string | undefined, isMeant: (method: string) => boolean): void {
    this.#laptop.options.transport = (url, request) =>
      fetch(
        address !== undefined && isMeant(request.method) ? url.replace(this.line.address, address) : url,
        request,
      );
  }

  #round(): Promise<RoundEnd> {
    return this.#laptop.round();
  }

  #changedAs({ failure }: RoundEnd): Changed {
    if (failure) return failure.kind;
    const states = new Set(this.#edited.map((id) => this.#laptop.record(id).state));
    if (states.has('needs-attention')) return 'needs attention';
    if (states.has('missing')) return 'missing';
    return [...states].every((state) => state === 'clean') ? 'sent' : 'waits';
  }

  /** Runs rounds until nothing waits; a person tries again what the service had refused. */
  async #comeToRest(): Promise<void> {
    for (let round = 0; round < ROUNDS_TO_REST; round += 1) {
      this.world.clock.pass(3000);
      // Longer than any request can still be under way.
      this.#clock.pass(SETTLED);
      for (const id of this.#edited) {
        if (this.#laptop.record(id).state === 'needs-attention') tryAgain(this.#laptop.db, keyAccounts, id);
      }
      await this.#round();
    }
    await this.#check('at rest', { isAtRest: true, total: PEOPLE + 1 });
  }

  async #check(
    when: string,
    { isAtRest = false, total }: { isAtRest?: boolean; total?: number } = {},
  ): Promise<void> {
    const { file } = this.#laptop;
    const evidence = { file, service: this.world.colleague, acts: this.acts.all(), theirs: this.#theirs };
    const found = await audit({ ...evidence, ...(total !== undefined && { total }) }, { isAtRest });
    this.problems.push(...found.map((problem) => `${when}: ${problem}`));
  }
}

const isWrite = (method: string): boolean => method === 'PUT' || method === 'POST';

const listedAs = ({ failure, isWhole }: RoundEnd): Listed => failure?.kind ?? (isWhole ? 'whole' : 'partial');
