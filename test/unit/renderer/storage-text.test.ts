import { expect, test } from 'vitest';
import { StorageProblemKind } from '#shared/model/app-state.ts';
import { storageText } from '../../../src/renderer/storage-problem/storage-text.ts';

test.each(StorageProblemKind.options)('%s is told in three plain parts', (kind) => {
  const { happened, meaning, next } = storageText(kind);
  expect(happened.split(/\s+/u).length).toBeLessThanOrEqual(20);
  for (const sentence of [happened, meaning, next]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
});
