import { expect, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { keyAccountFields } from '#shared/resources/key-accounts.ts';
import { anotherValue, plausibleFields } from '../../../../src/main/sample/plausible-edit.ts';

const people: readonly Values[] = [
  {
    first_name: 'Ægir',
    last_name: 'Bær',
    email: 'a@example.com',
    primary: true,
    remote_id: 88,
    last_download: null,
  },
  { first_name: null, last_name: null, email: null, primary: null, remote_id: null, last_download: null },
  {
    first_name: 'Alexandra',
    last_name: 'Bær-Berger',
    email: 'alexandra@example.org',
    primary: false,
    remote_id: '40817',
    last_download: '2026-01-15',
  },
  {},
];

test('the colleague knows every field of a Key Account', () => {
  expect([...plausibleFields].sort()).toEqual(Object.keys(keyAccountFields).sort());
});

test.each(plausibleFields)('the colleague always finds another value for %s', (field) => {
  for (const values of people) {
    const value = anotherValue(field, values);
    expect(value).not.toBeNull();
    expect(value).not.toBe('');
    expect(value).not.toEqual(values[field]);
    expect(anotherValue(field, { ...values, [field]: value })).not.toEqual(value);
  }
});
