// Two laptops and a colleague at work on a bad line, by chance. `SEED=7 SEEDS=1` takes one walk again, `SEEDS=1000` many.
import { describe, expect, onTestFailed, test } from 'vitest';
import { GROUNDS } from '../../support/walk/ground.ts';
import { startWalk, takeWalk } from '../../support/walk/take-walk.ts';

const first = Number(process.env['SEED'] ?? 1);
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 25) }, (_none, index) => first + index);

describe.each(GROUNDS)('a random walk: %s', (ground) => {
  test.each(seeds)('loses nothing and comes to rest with seed %i', async (seed) => {
    const walk = await startWalk(ground, seed);
    onTestFailed(() => {
      console.log(walk.script);
    });
    await takeWalk(walk);
    expect(walk.problems).toEqual([]);
  });
});
