import type { RecordId } from '#shared/model/ids.ts';

/** What an auditor compares by: what a service may do to a value is folded away, whatever its field. */
export const fold = (value: unknown): string => wordOf(value).trim().toLowerCase();

/** A value as a word, for comparing and for telling about it. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

/** The attributes of a record in one version of the service. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One version of a record that the service had. */
export type Version = {
  readonly turn: number;
  readonly text: string;
  readonly attributes: Attributes | undefined;
  /** The number of the change on the service. */
  readonly seq: number;
};

/** The last thing that a person did to a field on a laptop. */
export type Act = {
  readonly value: string;
  readonly turn: number;
  /** Whether the value has to reach the service: not when it is what the laptop has from there anyway. */
  readonly isStrong: boolean;
};

type Spot = { readonly id: RecordId; readonly field: string };

/** One field of one record on one laptop. */
export type Place = Spot & { readonly index: number };

const spotOf = ({ id, field }: Spot): string => `${id} ${field}`;
const keyOf = (place: Place): string => `d${String(place.index)} ${spotOf(place)}`;

/** Names a place for a person who reads about a violation. */
export const placeOf = ({ index, id, field }: Place): string =>
  `d${String(index)} ${id.slice(0, 8)}.${field}`;

/** A version as text that does not depend on the order of its attributes. */
export const textOf = (attributes: Attributes): string =>
  JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));

class Sets {
  readonly #sets = new Map<string, Set<string>>();

  add(key: string, value: string): void {
    const set = this.#sets.get(key);
    if (set) set.add(value);
    else this.#sets.set(key, new Set([value]));
  }

  has(key: string, value: string): boolean {
    return this.#sets.get(key)?.has(value) ?? false;
  }

  /** Takes what is under keys that begin in one way over to the same that begin in another. */
  copy(from: string, to: string): void {
    for (const [key, set] of [...this.#sets].filter(([one]) => one.startsWith(from)))
      for (const value of set) this.add(key.replace(from, to), value);
  }

  of(key: string): readonly string[] {
    return [...(this.#sets.get(key) ?? [])];
  }
}

/** A simple model beside the engine: what everybody did and was shown, and every version that the service had. */
export class Ledger {
  turn = 0;
  readonly #versions = new Map<RecordId, Version[]>();
  readonly #shown = new Sets();
  readonly #own = new Sets();
  readonly #excused = new Sets();
  readonly #acts = new Map<string, Act & { readonly place: Place }>();
  /** Who ever brought a value up: the laptops by their numbers, and whoever works without this app. */
  readonly #typists = new Sets();
  readonly #typed = new Map<string, number>();

  /** A record goes by another id on a laptop; the others may know both, each as a record of its own. */
  rename(index: number, { from, to }: { readonly from: RecordId; readonly to: RecordId }): void {
    const [was, is] = [`d${String(index)} ${from} `, `d${String(index)} ${to} `];
    for (const sets of [this.#shown, this.#own]) sets.copy(was, is);
    for (const sets of [this.#excused, this.#typists]) sets.copy(`${from} `, `${to} `);
    for (const [key, act] of [...this.#acts].filter(([one]) => one.startsWith(was))) {
      this.#acts.delete(key);
      const place = { ...act.place, id: to };
      const other = this.#acts.get(keyOf(place));
      if (!other || other.turn < act.turn) this.#acts.set(keyOf(place), { ...act, place });
    }
    for (const [key, turn] of [...this.#typed].filter(([one]) => one.startsWith(was)))
      this.#typed.set(key.replace(was, is), turn);
  }

  /** The service has a record in this version now; `undefined` when it has it no more. */
  noteVersion(id: RecordId, attributes: Attributes | undefined, seq: number): void {
    const versions = this.#versions.get(id) ?? [];
    const text = attributes ? textOf(attributes) : '';
    if (versions.at(-1)?.text === text) return;
    this.turn += 1;
    versions.push({ turn: this.turn, text, attributes, seq });
    this.#versions.set(id, versions);
  }

  versionsOf(id: RecordId): readonly Version[] {
    return this.#versions.get(id) ?? [];
  }

  /** Every record that the service ever had. */
  get ids(): readonly RecordId[] {
    return [...this.#versions.keys()];
  }

  /** Whether the service had a value at a turn or later. */
  wasStoredSince({ id, field }: Spot, value: string, turn: number): boolean {
    const versions = this.versionsOf(id);
    return versions.some((version, index) => {
      const end = versions[index + 1]?.turn ?? Infinity;
      return end > turn && version.attributes !== undefined && fold(version.attributes[field]) === value;
    });
  }

  /** A value was on the screen of a laptop. */
  noteShown(place: Place, value: unknown): void {
    this.#shown.add(keyOf(place), fold(value));
  }

  /** What has been on the screen of a laptop. */
  shown(place: Place): readonly string[] {
    return this.#shown.of(keyOf(place));
  }

  /** A person put a value into a field. */
  noteAct(place: Place, value: unknown, { isStrong }: { isStrong: boolean }): void {
    this.turn += 1;
    const folded = fold(value);
    this.#acts.set(keyOf(place), { value: folded, turn: this.turn, isStrong, place });
    this.#typed.set(`${keyOf(place)} ${folded}`, this.turn);
    this.noteTypist(place, folded, String(place.index));
    this.#own.add(keyOf(place), folded);
  }

  /** Somebody brought a value up: from then on it is not only another one's. */
  noteTypist({ id, field }: Spot, value: unknown, who: string): void {
    this.#typists.add(`${spotOf({ id, field })} ${fold(value)}`, who);
  }

  /** A person gave up what they had put into a field. */
  forgetAct(place: Place): void {
    this.turn += 1;
    this.#acts.delete(keyOf(place));
  }

  /** A value may come back at any time: it went out by force, or was typed over a screen that was behind. */
  excuse({ id, field }: Spot, value: unknown): void {
    this.#excused.add(spotOf({ id, field }), fold(value));
  }

  act(place: Place): Act | undefined {
    return this.#acts.get(keyOf(place));
  }

  /** The last acts at a laptop. */
  actsOf(index: number): readonly (Act & { readonly place: Place })[] {
    return [...this.#acts.values()].filter(({ place }) => place.index === index);
  }

  /** Whether whoever sits at a laptop knows a value: it was shown there or typed there. */
  isKnown(place: Place, value: unknown): boolean {
    const folded = fold(value);
    return this.#shown.has(keyOf(place), folded) || this.#own.has(keyOf(place), folded);
  }

  /** Whether a value is one that only the person at a laptop ever brought up, and that they replaced since. */
  isOwnOlder(place: Place, value: unknown): boolean {
    const folded = fold(value);
    if (folded === '' || this.#excused.has(spotOf(place), folded)) return false;
    const typists = this.#typists.of(`${spotOf(place)} ${folded}`);
    if (typists.length !== 1 || typists[0] !== String(place.index)) return false;
    const [typed, act] = [this.#typed.get(`${keyOf(place)} ${folded}`) ?? 0, this.act(place)];
    return act !== undefined && typed < act.turn && act.value !== folded;
  }
}
