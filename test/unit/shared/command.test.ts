import { expect, test } from 'vitest';
import { commandKeys } from '#shared/model/command.ts';

test('no key asks for two things', () => {
  const keys = Object.values(commandKeys).map((key) => key.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
});
