import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { FieldValue, Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';

/** One thing that a person did at a laptop, and whether the app had said "saved on this laptop" to it. */
export type Act = {
  readonly operation: string;
  readonly id: RecordId;
  readonly kind: 'edit' | 'create' | 'decision';
  readonly values: Values;
  readonly isAcknowledged: boolean;
};

/** One value that a colleague wrote, and the one that stood there before and that the colleague had seen. */
export type Theirs = {
  readonly id: RecordId;
  readonly field: string;
  readonly value: FieldValue;
  readonly displaced: FieldValue;
};

type Line = { readonly act: Omit<Act, 'isAcknowledged'> } | { readonly acknowledged: string };

/**
 * The ledger that a driver keeps of its person's acts: told before and after each one. With a file it outlives a
 * driver that is killed.
 */
export class Acts {
  readonly #acts: Omit<Act, 'isAcknowledged'>[] = [];
  readonly #known = new Set<string>();
  readonly #acknowledged = new Set<string>();

  constructor(readonly file?: string) {
    if (file === undefined || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line !== '') this.#take(JSON.parse(line) as Line);
    }
  }

  /** Notes that a person is about to do something. */
  begin(act: Omit<Act, 'isAcknowledged'>): void {
    this.#note({ act });
  }

  /** Notes that the app answered the act: from now on it must never be lost. */
  acknowledge(operation: string): void {
    this.#note({ acknowledged: operation });
  }

  /** Every act in its order. */
  all(): readonly Act[] {
    return this.#acts.map((act) => ({ ...act, isAcknowledged: this.#acknowledged.has(act.operation) }));
  }

  #note(line: Line): void {
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(line)}\n`);
    this.#take(line);
  }

  #take(line: Line): void {
    if ('acknowledged' in line) this.#acknowledged.add(line.acknowledged);
    // The same act told again is one act.
    else if (!this.#known.has(line.act.operation)) {
      this.#known.add(line.act.operation);
      this.#acts.push(line.act);
    }
  }
}
