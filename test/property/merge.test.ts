import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameMeaning, type FieldValue } from '#shared/model/field.ts';
import { keyAccountFields } from '#shared/resources/key-accounts.ts';
import { merge } from '#shared/sync/merge.ts';

const word = fc.constantFrom<FieldValue>('Ana', 'ana', ' Ana ', 'Zoë', 'Zoe\u0308', '', null, 'Łukasz');
const mail = fc.constantFrom<FieldValue>(
  'a@x.example',
  'A@X.example',
  'b@x.example',
  '',
  null,
  ' a@x.example',
);
const values = fc.record({
  first_name: word,
  last_name: fc.oneof(word, fc.string({ maxLength: 5 })),
  email: mail,
  primary: fc.constantFrom<FieldValue>(true, false, null),
  remote_id: fc.oneof(fc.constantFrom<FieldValue>('88', 88, ' 88', null), fc.integer()),
  last_download: fc.constantFrom<FieldValue>('2026-11-03 week 45', '2026-11-03 week 45 ', '', null),
});
const triple = fc.record({ base: values, local: values, remote: values });

test('a field is a conflict exactly when both sides changed it and differ, in 10,000 random triples', () => {
  fc.assert(
    fc.property(triple, (versions) => {
      const merged = merge(keyAccountFields, { ...versions, attempts: [] });
      const inConflict = merged.conflicts.map(({ field }) => field);
      for (const [field, kind] of Object.entries(keyAccountFields)) {
        const key = field as keyof typeof versions.base;
        const { base, local, remote } = {
          base: versions.base[key],
          local: versions.local[key],
          remote: versions.remote[key],
        };
        const expected =
          !sameMeaning(kind, local, base) &&
          !sameMeaning(kind, remote, base) &&
          !sameMeaning(kind, local, remote);
        expect(inConflict.includes(field), field).toBe(expected);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('a field that is no conflict means what the side that changed it says', () => {
  fc.assert(
    fc.property(triple, (versions) => {
      const merged = merge(keyAccountFields, { ...versions, attempts: [] });
      const inConflict = merged.conflicts.map(({ field }) => field);
      for (const [field, kind] of Object.entries(keyAccountFields)) {
        const key = field as keyof typeof versions.base;
        const isLocalChanged = !sameMeaning(kind, versions.local[key], versions.base[key]);
        const winner =
          isLocalChanged || inConflict.includes(field) ? versions.local[key] : versions.remote[key];
        expect(sameMeaning(kind, merged.local[key], winner), field).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('merging the result once more with the same remote changes nothing', () => {
  fc.assert(
    fc.property(triple, (versions) => {
      const once = merge(keyAccountFields, { ...versions, attempts: [] });
      fc.pre(once.conflicts.length === 0);
      const again = merge(keyAccountFields, {
        base: versions.remote,
        local: once.local,
        remote: versions.remote,
        attempts: [],
      });
      expect(again.local).toEqual(once.local);
      expect(again.conflicts).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
