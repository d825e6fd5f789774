import { z } from 'zod';
import { isAccountStatus } from './account-status.ts';

/** The value of one field; `null` is the wire's word for a cleared field. */
export const FieldValue = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof FieldValue>;

/** The values of a record's fields by attribute name. */
export type Values = Readonly<Record<string, FieldValue>>;

/** How a field compares: what a service may do to a value without having changed it. */
export type FieldKind = 'text' | 'email' | 'flag' | 'reference' | 'status' | 'opaque';

/** The fields of a resource that people edit and that take part in a merge. */
export type Fields = Readonly<Record<string, FieldKind>>;

/**
 * Folds away what a service may change without meaning it (outer blanks, Unicode form, "" for null, the case of an
 * e-mail address, a number written as text). For comparison only: what is stored is never changed.
 */
export function normalise(kind: FieldKind, value: FieldValue | undefined): FieldValue {
  if (value === undefined || value === null) return null;
  if (kind === 'flag') return value === 'true' ? true : value === 'false' ? false : value;
  if (kind === 'opaque') return value;
  const text = String(value).trim().normalize('NFC');
  if (text === '') return null;
  return kind === 'email' ? text.toLowerCase() : text;
}

/** Whether two values of a field mean the same. */
export function sameMeaning(kind: FieldKind, a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return normalise(kind, a) === normalise(kind, b);
}

/** Whether a field of this kind can hold the value. */
export function fits(kind: FieldKind, value: FieldValue): boolean {
  if (value === null) return kind !== 'status';
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'status') return isAccountStatus(value);
  return typeof value === 'string' || (kind === 'reference' && typeof value === 'number');
}

/** The value of a field, with an absent one as `null`. */
export const valueOf = (values: Values, field: string): FieldValue => values[field] ?? null;

/** The fields whose stored value is not to the letter the same on both sides. */
export function changedFields(fields: Fields, from: Values, to: Values): string[] {
  return Object.keys(fields).filter((field) => valueOf(from, field) !== valueOf(to, field));
}

const SAFE_NUMBER = /^(0|-?[1-9]\d{0,15})$/;

/**
 * The value of an SSO GUID that was typed over `seen`: digits stay a number where they were one and fit one exactly,
 * everything else is text, to the letter.
 */
export function parseReference(text: string, seen: FieldValue): FieldValue {
  if (text === '') return null;
  if (typeof seen === 'number' && SAFE_NUMBER.test(text) && Number.isSafeInteger(Number(text)))
    return Number(text);
  return text;
}
