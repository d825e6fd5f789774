import { describe, expect, it, onTestFinished } from 'vitest';
import { ByteDesk, type CutKind } from '../support/matrix/byte-run.ts';
import { isWhole } from '../support/matrix/depth.ts';
import { keepRow } from '../support/matrix/row.ts';
import { startWorld } from '../support/world.ts';

const ENDS = ['sent', 'unreachable', 'waits', 'wrong-shape'];

const kinds: readonly Omit<CutKind, 'isHeadWhole'>[] = [
  { answer: 'list', framing: 'length' },
  { answer: 'list', framing: 'chunked' },
  { answer: 'list', framing: 'compressed' },
  { answer: 'change', framing: 'length' },
  { answer: 'new record', framing: 'length' },
];

// B5.2 of the reference: the connection drops at byte k, for every k that could make a difference.
describe.each(['modern', 'origin'] as const)(
  '%s: an answer that breaks off at any byte loses and doubles nothing',
  (mode) => {
    it.each(kinds.map((kind) => [kind.answer, kind.framing, kind] as const))(
      '%s, its end told by %s',
      async (answer, framing, kind) => {
        const world = await startWorld({ mode });
        const desk = await ByteDesk.open(world);
        onTestFinished(() => desk.close());
        const { cuts, ends, problems } = await desk.cutEverywhere({
          ...kind,
          isHeadWhole: mode === 'modern' && framing === 'length',
        });
        keepRow({
          table: 'bytes',
          id: `${mode} ${answer} ${framing}`,
          fault: `the answer to a ${answer}, its end told by ${framing}, breaks off at byte k (${mode})`,
          expected: `the round says so or goes on; then all there, once`,
          seen:
            problems.length > 0 ? problems.join('; ') : `the round says so or goes on; then all there, once`,
          points: cuts,
        });
        expect(problems).toEqual([]);
        expect(ends.filter((end) => !ENDS.includes(end))).toEqual([]);
        expect(cuts).toBeGreaterThan(isWhole ? 50 : 10);
      },
      isWhole ? 900_000 : 180_000,
    );
  },
);
