import { describe, expect, it, onTestFinished } from 'vitest';
import { HASTE } from '../support/hasty-clock.ts';
import { addressRows } from '../support/matrix/address-rows.ts';
import { lineRows } from '../support/matrix/line-rows.ts';
import { NetworkDesk } from '../support/matrix/network-run.ts';
import { networkWords } from '../support/matrix/network-words.ts';
import { keepRow } from '../support/matrix/row.ts';
import { shapeRows } from '../support/matrix/shape-rows.ts';
import { statusRows } from '../support/matrix/status-rows.ts';
import { startWorld } from '../support/world.ts';

const rows = [...addressRows, ...lineRows, ...statusRows, ...shapeRows];

// Every row of B5.2 on Node's network stack, in both modes; test/e2e/network-faults.spec.ts takes them in the app.
describe.each(['modern', 'origin'] as const)(
  '%s: on a line that does this, nothing is lost and nothing doubled',
  (mode) => {
    it.each(rows.map((row, index) => [row.name, row, index] as const))('%s', async (name, row, index) => {
      const world = await startWorld({ mode });
      const desk = await NetworkDesk.open(world, row.isSlow === true ? { haste: HASTE } : {});
      onTestFinished(() => desk.close());
      const seen = await desk.meet(row);
      const shown = { ...row.shown, ...row.inMode?.[mode] };
      keepRow({
        table: 'network',
        id: `${mode} ${String(index + 1).padStart(2, '0')}`,
        fault: name,
        expected: networkWords(shown, []),
        seen: networkWords(seen, seen.problems),
      });
      expect({ list: seen.list, change: seen.change, problems: seen.problems }).toEqual({
        ...shown,
        problems: [],
      });
      if (row.isDoubled !== true) expect(seen.changesWritten).toBe(2);
    });
  },
);
