import { valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';

/** One field of one record. */
export type Spot = { readonly id: RecordId; readonly field: string };

/** One field of one record on one laptop. */
export type Place = Spot & { readonly index: number };

/** The last thing that a person did to a field on a laptop. */
export type Act = { readonly value: FieldValue; readonly isOwnEdit: boolean; readonly turn: number };

const spotOf = ({ id, field }: Spot): string => `${id} ${field}`;
export const placeOf = (place: Place): string => `d${String(place.index)} ${spotOf(place)}`;

class Sets {
  readonly #sets = new Map<string, Set<string>>();

  add(key: string, value: FieldValue): void {
    const set = this.#sets.get(key) ?? new Set();
    this.#sets.set(key, set.add(String(value)));
  }

  of(key: string): ReadonlySet<string> {
    return this.#sets.get(key) ?? new Set();
  }
}

/** What everybody did and saw in a walk: what the audit holds the end against. */
export class Ledger {
  readonly #stored = new Sets();
  readonly #seen = new Sets();
  readonly #own = new Sets();
  readonly #last = new Map<string, Act>();
  readonly #typed = new Map<string, { readonly turn: number; readonly index: number }>();
  readonly #excused = new Sets();
  #turn = 0;

  /** The service has these values. */
  noteStored(id: RecordId, fields: readonly string[], values: Values): void {
    for (const field of fields) this.#stored.add(spotOf({ id, field }), valueOf(values, field));
  }

  /** A laptop has seen this value of the service. */
  noteSeen(place: Place, value: FieldValue): void {
    this.#seen.add(placeOf(place), value);
  }

  /** A person put a value into a field, on one laptop; `isOwnEdit` when nobody had it before. */
  noteAct(place: Place, value: FieldValue, { isOwnEdit }: { isOwnEdit: boolean }): void {
    this.noteTyped(place, value);
    this.#last.set(placeOf(place), { value, isOwnEdit, turn: this.#turn });
    if (isOwnEdit) this.#own.add(placeOf(place), value);
  }

  /** A person wanted this value, whatever their laptop had before. */
  noteTyped(place: Place, value: FieldValue): void {
    this.#turn += 1;
    this.#typed.set(`${spotOf(place)} ${String(value)}`, { turn: this.#turn, index: place.index });
  }

  /** A person may well be asked about this value: it went out by force, or their screen was behind when they typed over it. */
  excuse(spot: Spot, value: FieldValue): void {
    this.#excused.add(spotOf(spot), value);
  }

  /** A person gave up what they had put into a field. */
  forgetAct(place: Place): void {
    this.#last.delete(placeOf(place));
  }

  lastAct(place: Place): Act | undefined {
    return this.#last.get(placeOf(place));
  }

  /** When a person last wanted a value in a field, whoever it was. */
  typedAt(spot: Spot, value: FieldValue): number {
    return this.#typed.get(`${spotOf(spot)} ${String(value)}`)?.turn ?? 0;
  }

  /** Whether the person at a laptop was the last one to want a value, and that person did something else since. */
  isOwnOlder(place: Place, value: FieldValue): boolean {
    if (!this.isOwn(place, value) || this.#excused.of(spotOf(place)).has(String(value))) return false;
    const typed = this.#typed.get(`${spotOf(place)} ${String(value)}`);
    const last = this.lastAct(place);
    return typed?.index === place.index && last !== undefined && typed.turn < last.turn;
  }

  /** Whether the service ever had a value. */
  wasStored(spot: Spot, value: FieldValue): boolean {
    return this.#stored.of(spotOf(spot)).has(String(value));
  }

  /** What a laptop has seen of the service's values. */
  seen(place: Place): readonly string[] {
    return [...this.#seen.of(placeOf(place))];
  }

  /** Whether a person typed a value on a laptop. */
  isOwn(place: Place, value: FieldValue): boolean {
    return this.#own.of(placeOf(place)).has(String(value));
  }

  /** Whether whoever sits at a laptop knows a value: it was shown there or typed there. */
  isKnown(place: Place, value: FieldValue): boolean {
    return this.#seen.of(placeOf(place)).has(String(value)) || this.isOwn(place, value);
  }
}
