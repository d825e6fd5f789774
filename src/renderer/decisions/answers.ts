import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { Choice, ConflictField, Decision } from '#shared/model/decision.ts';

/** The value that an answer means. */
export function chosenValue(field: ConflictField, choice: Choice): FieldValue {
  if (choice.side === 'other') return choice.value;
  return choice.side === 'yours' ? field.local : field.remote;
}

/** Whether another value than the two sides' can be typed: a status comes about by steps only. */
export const canBeTyped = (field: string | undefined): boolean => field !== 'status';

/** The fields of a decision that have no answer yet. */
export const undecided = ({ fields }: Decision): readonly ConflictField[] =>
  fields.filter(({ choice }) => choice === undefined);

/** The next field without an answer after `field`, from the start again after the last one. */
export function nextUndecided(decision: Decision, field: string | undefined): string | undefined {
  const names = decision.fields.map((one) => one.field);
  const from = field === undefined ? -1 : names.indexOf(field);
  const ordered = [...decision.fields.slice(from + 1), ...decision.fields.slice(0, from + 1)];
  return ordered.find((one) => one.choice === undefined && one.field !== field)?.field;
}

/** The field above or below `field`; the ends are ends. */
export function neighbour(decision: Decision, field: string | undefined, by: 1 | -1): string | undefined {
  const names = decision.fields.map((one) => one.field);
  if (field === undefined) return by === 1 ? names[0] : names.at(-1);
  const at = names.indexOf(field) + by;
  return names[Math.min(names.length - 1, Math.max(0, at))];
}

/** One line of the resulting record. */
export type ResultLine = {
  readonly field: string;
  readonly value: FieldValue;
  /** Whose value it is, where the person decided; `open` while they have not. */
  readonly from: Choice['side'] | 'open' | undefined;
};

/** The record as it will be with the answers so far. */
export function resultLines(decision: Decision, fields: readonly string[]): ResultLine[] {
  return fields.map((field) => {
    const conflict = decision.fields.find((one) => one.field === field);
    if (!conflict) return { field, value: valueOf(decision.values, field), from: undefined };
    const { choice } = conflict;
    if (!choice) return { field, value: null, from: 'open' };
    return { field, value: chosenValue(conflict, choice), from: choice.side };
  });
}
