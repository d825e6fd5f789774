import type { Field } from './fields.ts';

/** A value to compare with; a moment is ISO 8601 in UTC with milliseconds, as the service keeps moments. */
export type Value = string | number | null;

/** What a filter asks of an account. An empty field is equal to `null` only, and neither greater nor less than anything. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'eq' | 'gt' | 'ge' | 'lt' | 'le';
      readonly field: Field;
      readonly value: Value;
    }
  | { readonly kind: 'like' | 'ilike'; readonly field: Field; readonly pattern: string };

/** Whether a text is as a pattern says, in which each `*` stands for any letters or none. */
export function matchesPattern(text: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  // The earliest place for each part leaves the most to the parts behind it, so nothing has to be tried twice.
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
