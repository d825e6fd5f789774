import { expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { editTimeOver } from '../../../../src/main/sync/edit-time.ts';

const over = (token: string, updatedAt: string, editedAt: string): string =>
  editTimeOver(keyAccounts, { token, raw: { updated_at: updatedAt } }, editedAt);

test('an edit goes out with the time at which it was made', () => {
  const second = '2026-11-20T10:00:00Z';
  expect(over(second, second, '2026-11-20T10:00:07.500Z')).toBe('2026-11-20T10:00:07.500Z');
  // The version has a name of its own: the time is only what a person reads.
  expect(over('2026-11-20T10:00:00.123Z', second, '2025-01-01T00:00:00.000Z')).toBe(
    '2025-01-01T00:00:00.000Z',
  );
});

test('where the time names the version, it is never that of the version it goes over', () => {
  const second = '2026-11-20T10:00:00Z';
  expect(over(second, second, '2026-11-20T10:00:00.900Z')).toBe('2026-11-20T10:00:01.000Z');
  // A laptop whose clock is a year behind.
  expect(over(second, second, '2025-11-20T10:00:00.000Z')).toBe('2026-11-20T10:00:01.000Z');
});
