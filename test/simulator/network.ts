import type { HttpRequest, Transport } from '../../src/main/ports.ts';
import { forge, spoil } from './forged.ts';
import type { Laptop } from './laptop.ts';
import type { Power } from './power.ts';
import type { Fate } from './script.ts';
import type { Asked, Reply, SimService } from './sim-service.ts';

/** A request under way. */
export type Wire = {
  readonly laptop: Laptop;
  readonly asked: Asked;
  /** When it left, by the laptop's monotonic clock. */
  readonly sentAt: number;
  /** What the service answered, once it has seen the request. */
  reply: Reply | undefined;
  readonly resolve: (response: Response) => void;
  readonly reject: (error: Error) => void;
};

/** What sees every request that reaches the service, and every one that leaves. */
export type Observer = {
  readonly onLeave: (laptop: Laptop, asked: Asked) => void;
  readonly carryOut: (laptop: Laptop, asked: Asked) => Reply;
};

const CERTAIN: readonly Fate[] = ['busy', 'signed-out', 'refused', 'forbidden'];

/** What a creation meets only where the service tells two of the same from two. */
const DOUBLE: readonly Fate[] = ['twice', 'twice-second', 'echo'];

/** How long a creation may be under way on a service that gives its own ids, ms. */
const LONGEST_ON_ITS_WAY = 100_000;

const NO_BODY = [204, 304];

const responseOf = ({ status, headers, text }: Reply): Response =>
  new Response(NO_BODY.includes(status) ? null : text, { status, headers });

/** What somebody asked for: the same answer is never another one's. */
const pastKeyOf = ({ url, headers }: Asked): string => `${headers['authorization'] ?? ''} ${url}`;

const broken = (): Error => new TypeError('fetch failed');

/** The line between the laptops and the service: nothing moves on it but by an action. */
export class Network {
  readonly wires: Wire[] = [];
  /** Requests that nobody waits for any more and that the service has yet to see. */
  readonly late: { readonly laptop: Laptop; readonly asked: Asked; readonly sentAt: number }[] = [];
  /** Whether a list was answered from an earlier time: its place to ask for changes from is an earlier one, too. */
  wasStale = false;
  readonly #past = new Map<string, Reply[]>();

  constructor(
    readonly service: SimService,
    readonly observer: Observer,
  ) {}

  transportOf(laptop: Laptop, power: Power): Transport {
    return (url, { method, headers, body, signal }: HttpRequest) =>
      new Promise((resolve, reject) => {
        power.check();
        for (const task of laptop.process.tasks) task.requests += 1;
        const asked = { method, url, headers, body };
        const sentAt = laptop.clock.monotonic();
        const wire: Wire = { laptop, asked, sentAt, reply: undefined, resolve, reject };
        this.observer.onLeave(laptop, asked);
        this.wires.push(wire);
        signal.addEventListener('abort', () => {
          this.giveUp(wire);
        });
      });
  }

  /** Nobody waits for a request any more: the service may still see it. */
  giveUp(wire: Wire): void {
    if (!this.#take(wire)) return;
    if (wire.reply === undefined) this.late.push(wire);
    wire.reject(broken());
  }

  /** Gives up everything that a laptop has under way. */
  giveUpAll(laptop: Laptop): void {
    for (const wire of this.wires.filter((one) => one.laptop === laptop)) this.giveUp(wire);
  }

  #take(wire: Wire): boolean {
    const index = this.wires.indexOf(wire);
    if (index >= 0) this.wires.splice(index, 1);
    return index >= 0;
  }

  /** Lets the service see a request, once. */
  #carryOut(wire: Wire): Reply {
    wire.reply ??= this.#see(wire);
    return wire.reply;
  }

  #see({ laptop, asked }: Pick<Wire, 'laptop' | 'asked'>): Reply {
    if (laptop.isSignedOut) return forge('signed-out', this.service) as Reply;
    const reply = this.observer.carryOut(laptop, asked);
    if (asked.method === 'GET' && asked.url.includes('?') && reply.status === 200) {
      const past = this.#past.get(pastKeyOf(asked)) ?? [];
      this.#past.set(pastKeyOf(asked), [...past.slice(-4), reply]);
    }
    return reply;
  }

  #hand(wire: Wire, reply: Reply): void {
    if (this.#take(wire)) wire.resolve(responseOf(reply));
  }

  #break(wire: Wire): void {
    if (this.#take(wire)) wire.reject(broken());
  }

  /** Lets a request meet its fate. */
  meet(wire: Wire, drawn: Fate): void {
    const fate = this.#isOnce(wire) && DOUBLE.includes(drawn) ? 'deliver' : drawn;
    switch (fate) {
      case 'hold':
        this.#carryOut(wire);
        break;
      case 'late':
        this.giveUp(wire);
        break;
      case 'lose-request':
        this.#break(wire);
        break;
      case 'lose-answer':
        this.#carryOut(wire);
        this.#break(wire);
        break;
      default:
        this.#hand(wire, this.#replyOf(wire, fate));
    }
  }

  #replyOf(wire: Wire, fate: Fate): Reply {
    switch (fate) {
      case 'twice':
      case 'twice-second':
        return this.#twice(wire, fate);
      case 'echo': {
        const reply = this.#carryOut(wire);
        this.late.push(wire);
        return reply;
      }
      case 'trouble-after':
      case 'closed-after':
        this.#carryOut(wire);
        break;
      case 'stale':
        return this.#staleOf(wire) ?? this.#carryOut(wire);
      default:
        break;
    }
    // A certain no to what the service has done already would be a lie that no client can meet.
    const isLie = wire.reply !== undefined && CERTAIN.includes(fate);
    const forged = isLie ? undefined : forge(fate, this.service);
    return forged ?? spoil(fate, this.#carryOut(wire));
  }

  /** An earlier answer to the same question; no later page, behind which a newer first one would hide what is new. */
  #staleOf({ asked }: Wire): Reply | undefined {
    const isLater = /[?&]page=(?!1&)/.test(asked.url);
    if (isLater && this.service.plan.mode === 'modern') return undefined;
    this.wasStale = true;
    return this.#past.get(pastKeyOf(asked))?.[0];
  }

  #twice(wire: Wire, fate: Fate): Reply {
    const first = this.#carryOut(wire);
    const second = this.#see(wire);
    return fate === 'twice' ? first : second;
  }

  /** Whether a request doubles what it makes when it is seen twice: no line does that to a service without ids of ours. */
  #isOnce({ asked }: Pick<Wire, 'asked'>): boolean {
    return asked.method === 'POST' && this.service.plan.quirks.ownIds;
  }

  /** The service sees a request that nobody waits for; a creation that it cannot tell from another, only for a while. */
  land(index: number): void {
    const [landing] = this.late.splice(index % Math.max(this.late.length, 1), 1);
    if (!landing) return;
    const isOld = landing.laptop.clock.monotonic() - landing.sentAt > LONGEST_ON_ITS_WAY;
    if (!isOld || !this.#isOnce(landing)) this.#see(landing);
  }

  /** A request that nobody waits for is lost after all. */
  drop(index: number): void {
    this.late.splice(index % Math.max(this.late.length, 1), 1);
  }
}
