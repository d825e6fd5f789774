import { expect, it } from 'vitest';
import type { ModeName } from '../../../src/service/mode.ts';
import { isWhole } from './depth.ts';
import { rowWords } from './kill-points.ts';
import { killEverywhere, type Seen } from './kill-run.ts';
import type { Scenario } from './kill-scenarios.ts';
import { keepRow } from './row.ts';

const PATIENCE = isWhole ? 900_000 : 240_000;

/** Makes one test of each scenario: killed everywhere, it loses nothing and does nothing twice. */
export function testKills(mode: ModeName, scenarios: readonly Scenario[]): void {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const all = await killEverywhere(scenario, mode);
      for (const seen of all) keepKill(mode, scenario, seen);
      const unexpected = all.map(({ row, found, problems }) => ({
        row,
        found: found.filter((words) => scenario.expected[row]?.includes(words) !== true),
        problems,
      }));
      expect(unexpected.filter(({ found, problems }) => found.length + problems.length > 0)).toEqual([]);
      expect(all.length).toBeGreaterThan(1);
    },
    PATIENCE,
  );
}

function keepKill(mode: ModeName, scenario: Scenario, { row, points, found, problems }: Seen): void {
  const id = scenario.names?.[row] ?? row;
  keepRow({
    table: 'kill',
    id: `${mode} ${scenario.name} ${row}`,
    fault: `${scenario.name}: ${id}, ${rowWords[row]} (${mode})`,
    expected: `${(scenario.expected[row] ?? []).join(' or ')}; then all there, once`,
    seen: `${found.join(' or ')}; ${problems.length > 0 ? problems.join('; ') : 'then all there, once'}`,
    points,
    isPassed:
      problems.length === 0 && found.every((words) => scenario.expected[row]?.includes(words) === true),
  });
}
