import { expect, onTestFinished } from 'vitest';
import type { ModeName } from '../../../src/service/mode.ts';
import { startWorld, type WorldOptions } from '../world.ts';
import { KillDesk } from './kill-desk.ts';
import { keepRow, type Row } from './row.ts';

/** A laptop in a world of its own; both end with the test. */
export async function deskIn(options: WorldOptions & { readonly folder?: string }): Promise<KillDesk> {
  const { folder, ...world } = options;
  const desk = await KillDesk.open(await startWorld(world), folder);
  onTestFinished(() => desk.end());
  return desk;
}

/** What a row of its own kind is called and has to show. */
export type Custom = Pick<Row, 'table' | 'fault' | 'expected'> & { readonly mode?: ModeName };

/** Keeps what a row of its own kind has shown, and fails the test when that is something else. */
export function showRow({ mode, ...row }: Custom, seen: readonly string[]): void {
  const shown = seen.join('; ');
  const id = `${row.fault} ${mode ?? ''}`.trim();
  keepRow({ ...row, id, fault: mode ? `${row.fault} (${mode})` : row.fault, seen: shown });
  expect(shown).toBe(row.expected);
}
