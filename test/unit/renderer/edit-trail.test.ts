import { expect, test } from 'vitest';
import { EditTrail } from '../../../src/renderer/key-accounts/edit-trail.ts';

test('edits are taken back from the newest on, each once', () => {
  const trail = new EditTrail();
  expect(trail.newest()).toBeUndefined();
  trail.remember(1);
  trail.remember(2);
  trail.remember(3);
  trail.forget(2);
  expect(trail.newest()).toBe(3);
  trail.forget(3);
  expect(trail.newest()).toBe(1);
  trail.remember(1);
  trail.forget(1);
  expect(trail.newest()).toBeUndefined();
});
