import { wordsOf } from '#shared/language/language.ts';
import { parseReference, type FieldValue, type Values } from '#shared/model/field.ts';

const names: Readonly<Record<string, string>> = wordsOf('fields');
const accountNames: Readonly<Record<string, string>> = wordsOf('accountFields');
const words = wordsOf('values');

/** The values that have a name in every language; others are shown as they are. */
const named = new Map<string, Readonly<Record<string, string>>>([
  ['status', wordsOf('accountStatus')],
  ['type', wordsOf('accountTypes')],
]);

/** Whether a field has one of a few values, which have names: of such there is nothing to compare or to type. */
export const hasFewValues = (field: string): boolean => field === 'primary' || named.has(field);

/** The name of a field for a person. */
export const fieldLabel = (field: string): string => names[field] ?? accountNames[field] ?? field;

/** The names of fields in one line. */
export const fieldLabels = (fields: readonly string[]): string => fields.map(fieldLabel).join(', ');

/** Whether a value shows as nothing. */
export const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || value === '';

/** A flag in words. */
export function flagText(value: FieldValue | undefined): string {
  if (value === true || value === 'true') return words.yes;
  return value === false || value === 'false' ? words.no : words.notSet;
}

/** A value in words, as a field of that name shows it. */
export function valueText(field: string, value: FieldValue | undefined): string {
  if (field === 'primary') return flagText(value);
  if (isEmpty(value)) return words.empty;
  return named.get(field)?.[String(value)] ?? String(value);
}

/** A value inside a sentence: Becker; empty; not set. */
export function valueInside(field: string, value: FieldValue | undefined): string {
  if (isEmpty(value)) return field === 'primary' ? words.notSet : words.emptyInside;
  return valueText(field, value);
}

/** A long identifier in short, for a narrow column: 6d0c3b9e…a41f. */
export function shortReference(value: FieldValue | undefined): string {
  const text = isEmpty(value) ? '' : String(value);
  return text.length > 20 ? `${text.slice(0, 8)}…${text.slice(-4)}` : text;
}

/** The text that an input begins with. */
export const inputText = (value: FieldValue | undefined): string =>
  value === undefined || value === null ? '' : String(value);

/** The value that a typed text means for a field; an emptied field is cleared. */
export function parseInput(field: string, text: string, seen: FieldValue): FieldValue {
  if (text === inputText(seen)) return seen;
  if (field === 'remote_id') return parseReference(text, seen);
  return text === '' ? null : text;
}

// As little as an address can be; a hint never refuses.
const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()".]+(\.[^\s@,;<>()".]+)+$/u;

/** Whether a text looks like an e-mail address. */
export const looksLikeEmail = (text: string): boolean => EMAIL.test(text.trim());

/** The name of a person or an account for a heading, with a stand-in where there is none. */
export function nameText(values: Values): string {
  const names = 'name' in values ? [values['name']] : [values['first_name'], values['last_name']];
  const parts = names.filter((part) => typeof part === 'string' && part.trim() !== '');
  return parts.length === 0 ? words.noName : parts.join(' ');
}

/** A record's name as the main process gives it, with the same stand-in. */
export const labelText = (label: string): string => (label.trim() === '' ? words.noName : label);
