import { appendFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { HttpRequest, Transport } from '../../../src/main/ports.ts';
import type { Job } from './job.ts';

type Run = (this: { readonly source: string }, ...parameters: unknown[]) => unknown;

/** Counts the points at which this process could end, and ends it with SIGKILL at the one that was chosen. */
export class KillSwitch {
  #points = 0;

  constructor(readonly job: Pick<Job, 'points' | 'killAt'>) {}

  /** Counts one point. */
  point(name: string): void {
    this.#points += 1;
    appendFileSync(this.job.points, `${name}\n`);
    if (this.#points === this.job.killAt) process.kill(process.pid, 'SIGKILL');
  }

  /** Makes a point of every statement that SQLite runs from now on, and of both sides of every commit. */
  watchSqlite(): void {
    const database = new BetterSqlite3(':memory:');
    const statements = Object.getPrototypeOf(database.prepare('SELECT 1')) as { run: Run };
    database.close();
    const real = statements.run;
    const watched = (name: string): void => {
      this.point(name);
    };
    statements.run = function run(...parameters): unknown {
      const name = this.source.trim().replaceAll(/\s+/g, ' ').split(' (')[0] ?? '';
      watched(`before ${name}`);
      const result = real.apply(this, parameters);
      if (name === 'COMMIT') watched('after COMMIT');
      return result;
    };
  }

  /** Makes a point of every request before it leaves, and of its whole answer before anybody has read it. */
  readonly transport: Transport = async (url, request: HttpRequest) => {
    const what = isAboutOne(url) && request.method === 'GET' ? 'GET of one' : request.method;
    this.point(`before ${what} leaves`);
    const response = await fetch(url, request);
    const whole = await response.arrayBuffer();
    this.point(`the answer to ${what} is here`);
    const { status, headers } = response;
    return new Response(whole.byteLength > 0 ? whole : null, { status, headers: [...headers] });
  };
}

const isAboutOne = (url: string): boolean => !new URL(url).search;
