import type { Condition } from '../marketplace-accounts/rql/condition.ts';
import type { Field } from '../marketplace-accounts/rql/fields.ts';

/** A piece of a statement and the values of its question marks. */
export type Sql = { readonly text: string; readonly values: readonly unknown[] };

const ORDERINGS = { gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/** The place of a field in the JSON of an account; its path is one of the names that the service itself knows. */
export const placeOf = ({ path }: Field): string => `(body ->> '$.${path}')`;

function join(conditions: readonly Condition[], { word, none }: { word: string; none: string }): Sql {
  const parts = conditions.map(conditionSql);
  const text = parts.length === 0 ? none : parts.map((part) => part.text).join(word);
  return { text: `(${text})`, values: parts.flatMap(({ values }) => values) };
}

/** Writes a condition as SQL that is 1 or 0 and never NULL, so that `NOT` turns it round whatever is empty. */
export function conditionSql(condition: Condition): Sql {
  switch (condition.kind) {
    case 'all':
      return join(condition.of, { word: ' AND ', none: '1' });
    case 'any':
      return join(condition.of, { word: ' OR ', none: '0' });
    case 'not': {
      const { text, values } = conditionSql(condition.of);
      return { text: `NOT ${text}`, values };
    }
    case 'eq':
      return { text: `(${placeOf(condition.field)} IS ?)`, values: [condition.value] };
    case 'like':
      return { text: `matches(${placeOf(condition.field)}, ?)`, values: [condition.pattern] };
    case 'ilike':
      return { text: `matches_folded(${placeOf(condition.field)}, ?)`, values: [condition.pattern] };
    default: {
      const text = `coalesce(${placeOf(condition.field)} ${ORDERINGS[condition.kind]} ?, 0)`;
      return { text, values: [condition.value] };
    }
  }
}
