import type { ModeName } from '../../../src/service/mode.ts';
import { wireOf } from '../wire/message.ts';
import { pass, type Exchange, type Fault } from '../wire/fault-proxy.ts';
import { takeStep } from '../laptop/take-step.ts';
import { openWorld } from '../world.ts';
import { asDeep } from './depth.ts';
import { KillDesk } from './kill-desk.ts';
import { readPoints, servicePoints, type Point, type RowId } from './kill-points.ts';
import type { Scenario, Scene } from './kill-scenarios.ts';

/** What the kills at all points of one row showed. */
export type Seen = {
  readonly row: RowId;
  readonly points: number;
  /** What the files said, each wording once. */
  readonly found: readonly string[];
  readonly problems: readonly string[];
};

type Killed = { readonly point: Point; readonly found: string; readonly problems: readonly string[] };

/** Runs a scenario once to learn its points, then once for every point, killed there, and audits each three times. */
export async function killEverywhere(scenario: Scenario, mode: ModeName): Promise<Seen[]> {
  const all = await withDesk(mode, (desk) => learnPoints(scenario, desk));
  const rows = [...new Set(all.map(({ row }) => row))];
  const points = rows.flatMap((row) => asDeep(all.filter((point) => point.row === row)));
  const killed: Killed[] = [];
  for (const point of points) killed.push(await withDesk(mode, (desk) => killAt(scenario, desk, point)));
  return rows.map((row) => seenAt(row, killed));
}

function seenAt(row: RowId, killed: readonly Killed[]): Seen {
  const here = killed.filter(({ point }) => point.row === row);
  return {
    row,
    points: here.length,
    found: [...new Set(here.map(({ found }) => found))].sort(),
    problems: here.flatMap(({ point, problems }) =>
      problems.map((problem) => `${point.by} ${String(point.number)}: ${problem}`),
    ),
  };
}

async function withDesk<Answer>(mode: ModeName, work: (desk: KillDesk) => Promise<Answer>): Promise<Answer> {
  const { world, close } = await openWorld({ mode });
  const desk = await KillDesk.open(world);
  try {
    return await work(desk);
  } finally {
    await desk.end();
    await close();
  }
}

async function learnPoints(scenario: Scenario, desk: KillDesk): Promise<Point[]> {
  const scene = await scenario.prepare(desk);
  const before = desk.line.seen.length;
  desk.line.always(besideOf(scene));
  await desk.runApart(scene.steps);
  const methods = desk.line.seen.slice(before).map(({ method }) => method);
  return [...readPoints(desk.points()), ...servicePoints(methods)];
}

async function killAt(scenario: Scenario, desk: KillDesk, point: Point): Promise<Killed> {
  const scene = await scenario.prepare(desk);
  const signal = await runUntilKilled(desk, scene, point);
  desk.line.always(pass);
  const problems = signal === 'SIGKILL' ? [] : ['the laptop was not killed'];
  problems.push(...(await desk.check()));
  const found = scene.describe(desk.laptop);
  await tellAgain(desk, scene);
  problems.push(...(await desk.check()));
  await desk.comeToRest();
  problems.push(...(await desk.check({ isAtRest: true, total: scenario.total })));
  const writes = desk.line.answered.filter(({ method, status }) => method !== 'GET' && status < 300).length;
  if (writes !== scenario.writes) problems.push(`the service took ${String(writes)} writes`);
  return { point, found, problems };
}

function runUntilKilled(desk: KillDesk, scene: Scene, point: Point): Promise<NodeJS.Signals | null> {
  if (point.by === 'laptop') {
    desk.line.always(besideOf(scene));
    return desk.runApart(scene.steps, { killAt: point.number });
  }
  let left = point.number;
  return desk.runApart(scene.steps, {
    onStart: (pid) => {
      const beside = besideOf(scene);
      desk.line.always((exchange) => {
        left -= 1;
        return left === 0 ? killFromService(exchange, { pid, by: point.by, beside }) : beside(exchange);
      });
    },
  });
}

type Killer = { readonly pid: number; readonly by: Point['by']; readonly beside: Fault };

async function killFromService(exchange: Exchange, { pid, by, beside }: Killer): Promise<void> {
  const kill = (): void => {
    process.kill(pid, 'SIGKILL');
  };
  if (by === 'arrived') {
    kill();
    exchange.cut();
    return;
  }
  await beside({
    ...exchange,
    answer: (answer) => {
      if (by === 'half an answer') {
        const { bytes, bodyAt } = wireOf(answer);
        exchange.send(bytes.subarray(0, Math.floor((bytes.length + bodyAt) / 2)));
      }
      kill();
    },
  });
}

/** Passes everything on; before the first write a colleague does what the scene says. */
function besideOf({ beside }: Scene): Fault {
  let isDue = beside !== undefined;
  return async (exchange) => {
    if (isDue && exchange.request.method === 'PUT') {
      isDue = false;
      await beside?.();
    }
    await pass(exchange);
  };
}

/** A person who saw no answer does the same once more: the same act, told twice, is done once. */
async function tellAgain(desk: KillDesk, { steps }: Scene): Promise<void> {
  for (const step of steps) {
    if (step.do === 'edit' || step.do === 'edit all' || step.do === 'create')
      await takeStep(desk.person, step);
  }
}
