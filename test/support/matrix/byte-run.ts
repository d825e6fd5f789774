import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { Acts, type Theirs } from '../audit/acts.ts';
import { audit } from '../audit/audit.ts';
import { Person } from '../audit/person.ts';
import { Device, newRecordId } from '../device.ts';
import { HastyClock } from '../hasty-clock.ts';
import { FaultProxy, pass, type Fault } from '../wire/fault-proxy.ts';
import { wireOf, type Framing, type Wire } from '../wire/message.ts';
import type { World } from '../world.ts';
import { zipped } from './answers.ts';
import { asDeep } from './depth.ts';

const TOKEN = 'field-token';
const SETTLED = 130_000;
const PEOPLE = 12;
const MOST_IN_BODY = 100;
const SOME_OF_HEAD = 9;

/** Which answer of a round is cut, and how the end of its body is told. */
export type CutKind = {
  readonly answer: 'list' | 'change' | 'new record';
  readonly framing: Framing | 'compressed';
  /** Whether every byte of the head is taken, or every ninth: heads are alike. */
  readonly isHeadWhole: boolean;
};

/** What the cuts at all chosen bytes of one answer showed. */
export type CutSeen = {
  readonly cuts: number;
  readonly ends: readonly string[];
  readonly problems: readonly string[];
};

/** A laptop whose line breaks off at one byte of one answer after the other. */
export class ByteDesk {
  readonly #acts = new Acts();
  readonly #theirs: Theirs[] = [];
  readonly #clock = new HastyClock();
  readonly #laptop: Device;
  readonly #person: Person;
  #made = 0;

  private constructor(
    readonly world: World,
    readonly line: FaultProxy,
  ) {
    this.#laptop = new Device(line.address, { token: TOKEN, clock: this.#clock });
    this.#person = new Person(this.#laptop, this.#acts);
  }

  static async open(world: World): Promise<ByteDesk> {
    const desk = new ByteDesk(world, await FaultProxy.open(() => world.address));
    await desk.#laptop.round();
    world.clock.pass(5000);
    return desk;
  }

  async close(): Promise<void> {
    await this.line.close();
    this.#laptop.dispose();
  }

  /** Cuts the answer at one byte after the other, and lets every cut be followed by a round on a good line. */
  async cutEverywhere(kind: CutKind): Promise<CutSeen> {
    const ends = new Set<string>();
    const problems: string[] = [];
    const wire = await this.#record(kind);
    const places = asDeep(cutPlaces(wire, kind));
    for (const place of places) {
      // A token that is older than some seconds is sealed: the round writes.
      this.world.clock.pass(3000);
      await this.#work(kind);
      const cut = this.line.next(...this.#fault(kind, place));
      const { failure, unanswered } = await this.#laptop.round();
      await cut;
      ends.add(failure?.kind ?? (unanswered > 0 ? 'waits' : 'sent'));
      problems.push(...(await this.#check(place, {})));
      this.world.clock.pass(3000);
      this.#clock.pass(SETTLED);
      await this.#laptop.round();
      problems.push(...(await this.#check(place, { isAtRest: true })));
    }
    return { cuts: places.length, ends: [...ends].sort(), problems };
  }

  /** The bytes of such an answer when nothing cuts it. */
  async #record(kind: CutKind): Promise<Wire> {
    await this.#work(kind);
    let wire: Wire | undefined;
    const [matches] = this.#fault(kind, 0);
    const told = this.line.next(matches, async ({ forward, answer }) => {
      const got = await forward();
      wire = wireFor(got, kind);
      answer(got);
    });
    await this.#laptop.round();
    await told;
    if (!wire) throw new Error('There was no such answer.');
    return wire;
  }

  #fault(kind: CutKind, place: number): [Parameters<FaultProxy['next']>[0], Fault] {
    const method = { list: 'GET', change: 'PUT', 'new record': 'POST' }[kind.answer];
    return [
      (request) => request.method === method && (method !== 'GET' || request.url.includes('?')),
      async ({ forward, sendAndCut }) => {
        sendAndCut(wireFor(await forward(), kind).bytes.subarray(0, place));
      },
    ];
  }

  /** Makes the work whose answer is cut. */
  async #work({ answer }: CutKind): Promise<void> {
    this.#made += 1;
    const text = `Cüt-𝒳-${String(this.#made)}`;
    const [edited, other] = this.#laptop.ids();
    if (!edited || !other) throw new Error('The service has fewer than two people.');
    if (answer === 'change') this.#person.edit(edited, 'last_name', text);
    else if (answer === 'list') await this.#colleagueEdits(other, text);
    else
      this.#person.create(newRecordId(), {
        first_name: text,
        email: `cut-${String(this.#made)}@example.org`,
      });
  }

  async #colleagueEdits(id: RecordId, value: string): Promise<void> {
    const before = await this.world.colleague.get(id);
    await this.world.colleague.edit(id, { last_name: value });
    this.#theirs.push({ id, field: 'last_name', value, displaced: before['last_name'] as FieldValue });
  }

  async #check(place: number, options: { isAtRest?: boolean }): Promise<string[]> {
    this.line.always(pass);
    const acts = this.#acts.all();
    const made = acts.filter(({ kind }) => kind === 'create').length;
    const evidence = { file: this.#laptop.file, service: this.world.colleague, acts, theirs: this.#theirs };
    const total = options.isAtRest === true ? { total: PEOPLE + made } : {};
    const found = await audit({ ...evidence, ...total }, options);
    return found.map((problem) => `byte ${String(place)}: ${problem}`);
  }
}

const wireFor = (answer: Parameters<typeof wireOf>[0], { framing }: CutKind): Wire =>
  framing === 'compressed' ? wireOf(zipped(answer)) : wireOf(answer, framing);

/** The bytes of the head, and those of the body that are no letter and no digit, or stand behind one: a hundred at most. */
function cutPlaces({ bytes, bodyAt }: Wire, { isHeadWhole }: CutKind): number[] {
  const places = [...bytes.keys()];
  const inHead = places.slice(0, bodyAt + 1);
  const inBody = places
    .slice(bodyAt + 1)
    .filter((place) => isTelling(bytes[place]) || isTelling(bytes[place - 1]));
  const step = Math.ceil(inBody.length / MOST_IN_BODY);
  return [
    ...inHead.filter((place) => isHeadWhole || place % SOME_OF_HEAD === 0),
    ...inBody.filter((_place, index) => index % step === 0),
  ];
}

/** Whether a byte is none of a plain word: structure of JSON, or part of a longer character. */
const isTelling = (byte: number | undefined): boolean =>
  byte !== undefined && (byte > 0x7f || '{}[]":,\\'.includes(String.fromCharCode(byte)));
