import { Dice, choose } from '../support/walk/dice.ts';
import type { ModeName } from '../../src/service/mode.ts';
import { FEATURES } from './features.ts';
import type { Action, Event, Fate, Plan, Typing } from './script.ts';
import type { Wire } from './network.ts';
import type { World } from './world.ts';

const WORKED_ON = ['first_name', 'last_name', 'email', 'remote_id'];

/** Draws the world of a seed. */
export function planOf(mode: ModeName, seed: number): Plan {
  const dice = new Dice(seed * 2 + (mode === 'origin' ? 1 : 0));
  const first = dice.below(WORKED_ON.length);
  const fields = [...WORKED_ON.slice(first), ...WORKED_ON.slice(0, first)].slice(0, 1 + dice.below(3));
  // One record that everybody works on, all the time.
  const isHot = dice.chance(0.3);
  return {
    seed,
    mode,
    laptops: dice.chance(0.7) ? 2 : 3,
    records: isHot ? 1 : 1 + dice.below(dice.chance(0.6) ? 3 : 6),
    meddling: isHot ? 0.3 : 0.08,
    fields,
    pageSize: dice.chance(0.4) ? 2 : 150,
    quirks: {
      tidies: dice.chance(0.25),
      ownIds: FEATURES.ownIds && dice.chance(0.2),
      rewinds: FEATURES.rewinds && dice.chance(0.03),
    },
    isSynced: dice.chance(0.85),
    cutsPower: dice.chance(0.5),
  };
}

/** Draws what happens next, one thing after the other. */
export class Generator {
  readonly #dice: Dice;
  /** What comes next for certain. */
  readonly #queued: Action[] = [];
  /** How bad the line is. */
  readonly #harm: number;

  constructor(readonly plan: Plan) {
    this.#dice = new Dice((plan.seed * 2 + (plan.mode === 'origin' ? 1 : 0)) ^ 0x2545f491);
    this.#harm = this.#dice.pick([0.15, 0.35, 0.6]);
  }

  next(world: World): Action {
    const dice = this.#dice;
    const queued = this.#queued.shift();
    if (queued) return queued;
    if (world.network.wires.length > 0 && dice.chance(0.5)) return this.#onTheWire(world);
    if (world.network.late.length > 0 && dice.chance(0.12))
      return { do: dice.chance(0.85) ? 'land' : 'drop', late: dice.below(8) };
    return this.#anything();
  }

  /** One of all that may happen, by its weight. */
  #anything(): Action {
    const total = this.#weights.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.#dice.roll() * total;
    const drawn = this.#weights.find(([weight]) => (left -= weight) < 0);
    return drawn ? drawn[1]() : this.#edit();
  }

  #onTheWire(world: World): Action {
    const dice = this.#dice;
    const index = dice.below(world.network.wires.length);
    const { asked, laptop } = world.network.wires[index] as Wire;
    const isWrite = asked.method !== 'GET';
    const record = world.ids.findIndex((id) => asked.url.endsWith(id));
    // Somebody writes that very record, in the same tick of the service's clock.
    if (record >= 0 && dice.chance(this.plan.meddling)) return { ...this.#colleagueEdit(), record };
    const fate = dice.chance(this.#harm) ? dice.pick(isWrite ? WRITE_FATES : READ_FATES) : 'deliver';
    if (isWrite && record >= 0 && UNANSWERED.includes(fate) && dice.chance(0.6))
      this.#follow({ laptop: laptop.index, record });
    return { do: 'wire', wire: index, fate };
  }

  /** What is typed next meets a write of unknown outcome. */
  #follow(where: { readonly laptop: number; readonly record: number }): void {
    const dice = this.#dice;
    const { laptop } = where;
    this.#queued.push({ ...this.#edit(), ...where });
    if (dice.chance(0.25)) {
      // It is looked for and not there yet, another one is sent, and then the first one lands.
      this.#queued.push({ do: 'round', laptop, trigger: 'person' }, DELIVER, DELIVER);
      this.#queued.push({ do: 'wire', wire: 0, fate: 'late' }, { do: 'land', late: 0 });
    } else if (dice.chance(0.5)) this.#queued.push({ do: 'round', laptop, trigger: 'person' });
    else if (dice.chance(0.3)) this.#queued.push({ do: 'crash', laptop });
  }

  readonly #laptop = (): number => this.#dice.below(this.plan.laptops);
  readonly #record = (): number => this.#dice.below(12);

  #edit(): Extract<Action, { readonly do: 'edit' }> {
    const dice = this.#dice;
    const how = choose<Typing>(dice, [
      [0.2, 'back'],
      [0.08, 'padded'],
      [0.04, 'cleared'],
      [0.05, 'capitals'],
      [0.05, 'number'],
      [0.03, 'refused'],
      [1, 'new'],
    ]);
    const isBehind = dice.chance(0.12);
    return {
      do: 'edit',
      laptop: this.#laptop(),
      record: this.#record(),
      field: dice.below(6),
      how,
      isBehind,
    };
  }

  #colleagueEdit(): Extract<Action, { readonly do: 'colleague-edit' }> {
    const dice = this.#dice;
    const times = dice.chance(0.25) ? 2 + dice.below(2) : 1;
    const isBack = dice.chance(0.1);
    return { do: 'colleague-edit', record: this.#record(), field: dice.below(6), times, isBack };
  }

  #choose(): Action {
    const dice = this.#dice;
    const side = dice.pick(['yours', 'server', 'other'] as const);
    const isOld = dice.chance(0.25);
    return {
      do: 'choose',
      laptop: this.#laptop(),
      record: this.#record(),
      field: dice.below(6),
      side,
      isOld,
    };
  }

  #pass(): Action {
    const ms = this.#dice.pick([200, 900, 1500, 3000, 6000, 20_000, 130_000]);
    if (this.#dice.chance(0.4)) return { do: 'tick', ms: this.#tickOf(ms) };
    return { do: 'pass', ms };
  }

  /** The service's own clock may step; back only where its versions do not come from it. */
  #tickOf(ms: number): number {
    const isBack = this.plan.mode === 'modern' && this.#dice.chance(0.15);
    return isBack ? -Math.min(ms, 20_000) * 3 : ms;
  }

  #arm(): Action {
    const dice = this.#dice;
    const when = dice.pick(['before', 'after'] as const);
    return { do: 'arm', laptop: this.#laptop(), commits: 1 + dice.below(5), when };
  }

  #judge(): Action {
    const dice = this.#dice;
    const where = { laptop: this.#laptop(), record: this.#record() };
    const choice = dice.pick(['keep', 'hide', 'hide', 'create-again', 'put-back', 'discard'] as const);
    return choose<() => Action>(dice, [
      [0.6, () => ({ do: 'judge-missing', ...where, choice })],
      [0.2, () => ({ do: 'judge-duplicate', ...where })],
      [1, () => ({ do: 'judge-vanished', laptop: where.laptop, areGone: dice.chance(0.5) })],
    ])();
  }

  #round(): Action {
    const trigger = this.#dice.pick(['person', 'person', 'interval', 'edit', 'retry'] as const);
    return { do: 'round', laptop: this.#laptop(), trigger };
  }

  #at(name: 'create' | 'pull' | 'push' | 'finish' | Event): Action {
    return { do: name, laptop: this.#laptop() };
  }

  readonly #weights: readonly (readonly [weight: number, draw: () => Action])[] = [
    [0.2, () => this.#edit()],
    [0.13, () => this.#colleagueEdit()],
    [0.16, () => this.#round()],
    [0.12, () => this.#at('finish')],
    [0.08, () => this.#pass()],
    [0.06, () => this.#choose()],
    [
      0.05,
      () => ({ do: 'decide', laptop: this.#laptop(), record: this.#record(), isOld: this.#dice.chance(0.3) }),
    ],
    [0.03, () => this.#at('pull')],
    [0.03, () => this.#at('push')],
    [0.025, () => this.#at('crash')],
    [0.02, () => this.#arm()],
    [0.03, () => this.#at('create')],
    [0.02, () => ({ do: 'undo', laptop: this.#laptop(), record: this.#record(), line: this.#dice.below(4) })],
    [0.01, () => ({ do: 'try-again', laptop: this.#laptop(), record: this.#record() })],
    [0.012, () => ({ do: 'look', laptop: this.#laptop(), record: this.#record() })],
    [0.012, () => ({ do: 'overwrite', laptop: this.#laptop() })],
    [0.005, () => this.#at('offline')],
    [0.008, () => this.#at('switch-account')],
    [0.01, () => this.#at('online')],
    [0.005, () => this.#at('expire')],
    [0.01, () => this.#at('sign-in')],
    [0.01, () => ({ do: 'set-clock', laptop: this.#laptop(), to: this.#dice.below(1000) })],
    [0.012, () => ({ do: 'colleague-remove', record: this.#record() })],
    [0.008, () => ({ do: 'colleague-create' })],
    [0.02, () => this.#judge()],
    [0.003, () => ({ do: 'vanish' })],
    [0.006, () => ({ do: 'reappear' })],
    [0.015, () => ({ do: this.#dice.pick(['back-up', 'rewind'] as const) })],
  ];
}

const DELIVER: Action = { do: 'wire', wire: 0, fate: 'deliver' };

/** The fates after which nobody knows whether a write landed. */
const UNANSWERED: readonly Fate[] = [
  'lose-request',
  'lose-answer',
  'late',
  'trouble',
  'trouble-after',
  'closed-after',
];

const EITHER: readonly Fate[] = [
  ...(['hold', 'hold', 'hold', 'hold', 'lose-request', 'lose-answer', 'lose-answer'] as const),
  ...(['late', 'trouble', 'busy', 'closed', 'slow', 'signed-out', 'portal', 'truncated'] as const),
];
const WRITE_FATES: readonly Fate[] = [
  ...EITHER,
  ...([
    'lose-answer',
    'lose-answer',
    'late',
    'late',
    'twice',
    'twice-second',
    'echo',
    'trouble-after',
  ] as const),
  ...(['closed-after', 'refused', 'forbidden'] as const),
];
const READ_FATES: readonly Fate[] = [
  ...EITHER,
  ...([
    'hold',
    'hold',
    'emptied',
    'short',
    'hidden',
    'garbled',
    ...(FEATURES.stale ? ['stale' as const] : []),
  ] as const),
];
