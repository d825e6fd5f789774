import { expect, test } from 'vitest';
import { findRuntimeProblem } from '../../../src/main/runtime-check.ts';

test.each([
  [10, false],
  [11, false],
  [9, true],
])(
  'with Node-API %i and a source build of the addon: %s, SQLite can be loaded',
  (nodeApi, hasSourceBuild) => {
    expect(findRuntimeProblem(nodeApi, hasSourceBuild)).toBeUndefined();
  },
);

test('an old Node-API with the prebuilt addon is a problem that is shown, not a crash', () => {
  expect(findRuntimeProblem(9, false)).toMatchObject({ kind: 'runtime' });
});
