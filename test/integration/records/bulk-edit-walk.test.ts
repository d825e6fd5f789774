import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldValue } from '#shared/model/field.ts';
import type { OperationId } from '#shared/model/ids.ts';
import { doEdit, everything, local, undo } from '../../support/bulk-edit.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

const text = fc.oneof(fc.constantFrom('', 'A', 'B', 'a'), fc.constant(null), fc.string({ maxLength: 4 }));
const person = fc.record({ first_name: text, email: text, primary: fc.constantFrom(true, false, null) });
const change = fc.oneof(
  fc.record({ field: fc.constantFrom('first_name', 'email'), value: text }),
  fc.record({ field: fc.constant('primary'), value: fc.constantFrom<FieldValue>(true, false, null) }),
);

/** An empty text and no value are the same nothing. */
const withoutBlank = (value: FieldValue | undefined): FieldValue => (value === '' ? null : (value ?? null));

test('whatever is edited in bulk: every record has the value or is told, and undo leads back to the start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 30 }),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(29), { maxLength: 5 }),
      async (people, changes, left) => {
        const db = openTestCopy();
        const ids = people.map((values) => syncedRecord(db, values));
        const before = ids.map((id) => local(db, id));
        const less = [...new Set(left)].flatMap((n) => ids[n] ?? []);
        const acts: OperationId[] = [];
        for (const { field, value } of changes) {
          const { act, shown, report } = await doEdit(db, {
            selection: { ...everything, less },
            field,
            value,
          });
          expect(shown.changes + shown.same).toBe(ids.length - less.length);
          expect(report).toEqual({ changed: shown.changes, leftCount: 0, left: [] });
          for (const [n, id] of ids.entries()) {
            const meant = less.includes(id) ? before[n]?.[field] : value;
            expect(withoutBlank(local(db, id)[field])).toBe(withoutBlank(meant));
          }
          if (shown.changes > 0) acts.push(act);
        }
        for (const act of acts.reverse()) await undo(db, act);
        expect(ids.map((id) => local(db, id))).toEqual(before);
        expect(db.all('SELECT id FROM outbox')).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
