import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../src/service/marketplace-accounts/account.ts';
import { matchesPattern } from '../../src/service/marketplace-accounts/rql/condition.ts';
import type { Condition, Value } from '../../src/service/marketplace-accounts/rql/condition.ts';
import { readField } from '../../src/service/marketplace-accounts/rql/fields.ts';
import type { Field } from '../../src/service/marketplace-accounts/rql/fields.ts';
import { readFilter } from '../../src/service/marketplace-accounts/rql/read-filter.ts';
import { sampleAccount } from '../../src/service/sample/sample-accounts.ts';
import { IN_MEMORY, openStore } from '../../src/service/store/open-store.ts';

function field(path: string): Field {
  const found = readField(path);
  if (!found) throw new Error(`There is no field ${path}.`);
  return found;
}

const ACCOUNTS = Array.from({ length: 60 }, (_, index) =>
  sampleAccount({ seed: 3, index, now: Date.parse('2026-11-15T00:00:00Z') }),
);

const valueOf = (account: object, { path }: Field): unknown =>
  path
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | null)?.[name] ?? null, account);

const TEXTS = ['name', 'serviceLevel', 'address.city', 'audit.enabled.by.name', 'description'].map(field);
const [REVISION, UPDATED, ENABLED] = [
  field('revision'),
  field('audit.updated.at'),
  field('audit.enabled.at'),
];

const texts = fc.oneof(
  fc.constantFrom('Elite', 'A', '', 'Köln', 'Müller & Söhne GmbH', 'E', '東京都'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const moments = fc
  .constantFrom(...ACCOUNTS.map(({ account }) => account.audit.updated.at))
  .map((time) => new Date(time).toISOString());

const comparison = fc.oneof(
  fc.record({ field: fc.constantFrom(...TEXTS), value: texts }),
  fc.record({ field: fc.constant(REVISION), value: fc.integer({ min: -2, max: 12 }) }),
  fc.record({ field: fc.constantFrom(UPDATED, ENABLED), value: moments }),
);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('eq' as const, 'gt' as const, 'ge' as const, 'lt' as const, 'le' as const),
      comparison,
    )
    .map(([kind, { field, value }]) => ({ kind, field, value })),
  fc.constantFrom(...TEXTS, ENABLED).map((field) => ({ kind: 'eq' as const, field, value: null })),
  fc.record({
    kind: fc.constantFrom('like' as const, 'ilike' as const),
    field: fc.constantFrom(...TEXTS),
    pattern: fc.constantFrom('*', 'E*', '*e*', '*GmbH', '*ö*', 'eL*', '*a*e*', 'x', '**'),
  }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
  ),
}));

/** What a condition means, said again in the plainest way. */
function holds(condition: Condition, account: Account): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((one) => holds(one, account));
    case 'any':
      return condition.of.some((one) => holds(one, account));
    case 'not':
      return !holds(condition.of, account);
    case 'eq':
      return valueOf(account, condition.field) === condition.value;
    case 'like':
    case 'ilike': {
      const value = valueOf(account, condition.field);
      const pattern = condition.pattern.replaceAll('*', '.*');
      const flags = condition.kind === 'like' ? 'su' : 'sui';
      return typeof value === 'string' && new RegExp(`^${pattern}$`, flags).test(value);
    }
    default:
      return isOrdered(condition.kind, valueOf(account, condition.field), condition.value);
  }
}

type Ordering = 'gt' | 'ge' | 'lt' | 'le';

function isOrdered(kind: Ordering, value: unknown, bound: Value): boolean {
  const compares = (difference: number): boolean =>
    ({ gt: difference > 0, ge: difference >= 0, lt: difference < 0, le: difference <= 0 })[kind];
  if (typeof value === 'number') return compares(value - Number(bound));
  return (
    typeof value === 'string' && compares(Buffer.compare(Buffer.from(value), Buffer.from(String(bound))))
  );
}

/** Writes a condition as a client would that quotes and encodes every value. */
function written(condition: Condition): string {
  const quoted = (text: string): string =>
    `"${encodeURIComponent(text.replaceAll(/["\\]/g, String.raw`\$&`))}"`;
  switch (condition.kind) {
    case 'all':
    case 'any':
      return `${condition.kind === 'all' ? 'and' : 'or'}(${condition.of.map(written).join(',')})`;
    case 'not':
      return `not(${written(condition.of)})`;
    case 'like':
    case 'ilike':
      return `${condition.kind}(${condition.field.path},${quoted(condition.pattern)})`;
    default: {
      const { kind, field, value } = condition;
      return `${kind}(${field.path},${value === null ? 'null()' : quoted(String(value))})`;
    }
  }
}

test('a condition that is written as RQL is read as the same condition', () => {
  fc.assert(
    fc.property(condition, (one) => {
      const query = `limit=5&${written(one)}&order=name`;
      fc.pre(query.length < 2000);
      expect(readFilter(query)).toEqual({ ok: true, value: { kind: 'all', of: [one] } });
    }),
    { numRuns: 1000 },
  );
});

test('the store finds the accounts that a condition means, each once and in order', () => {
  const { marketplaceAccounts, close } = openStore(IN_MEMORY, () => 'epoch');
  for (const kept of ACCOUNTS) marketplaceAccounts.insert({ ...kept, team: 'home' });
  fc.assert(
    fc.property(condition, (one) => {
      const query = { team: 'home', condition: one, order: [], limit: 100, offset: 0 };
      const { accounts, total } = marketplaceAccounts.page(query);
      const expected = ACCOUNTS.filter(({ account }) => holds(one, account)).map(({ account }) => account.id);
      expect(accounts.map(({ id }) => id)).toEqual(expected.sort());
      expect(total).toBe(expected.length);
    }),
    { numRuns: 500 },
  );
  close();
});

const scraps = fc.constantFrom(
  ...[
    'eq',
    'and',
    'not',
    'in',
    'name',
    'revision',
    'null',
    '(',
    ')',
    ',',
    '=',
    '"',
    '\\',
    '%22',
    '%',
    '%zz',
    '%e9',
  ],
  ...['&', '*', ' ', '+', '12', 'a', 'limit=1', 'audit.updated.at', '🙂', '\u0000'],
);

test('whatever is sent is read, or refused with a place inside of it', () => {
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 12 }), (pieces) => {
      const query = pieces.join('');
      const filter = readFilter(query);
      if (filter.ok) return;
      const place = Number(/^Character (\d+) of the query: .+\.$/.exec(filter.failure)?.[1]);
      expect(place).toBeGreaterThanOrEqual(1);
      expect(place).toBeLessThanOrEqual(query.length + 1);
    }),
    { numRuns: 3000 },
  );
});

test('a pattern matches what the same regular expression matches', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
  fc.assert(
    fc.property(few, few, (text, pattern) => {
      const plain = text.replaceAll('*', 'c');
      expect(matchesPattern(plain, pattern)).toBe(
        new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(plain),
      );
    }),
    { numRuns: 3000 },
  );
});

test('a pattern with many stars over a long text is told at once', () => {
  const started = performance.now();
  expect(matchesPattern('a'.repeat(10_000), `${'*a'.repeat(900)}b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});
