import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Clock } from '../ports.ts';

/** Takes the lines of the log, one JSON object each. */
export type LogDestination = { readonly write: (line: string) => void };

/** How the framework's logger writes: the service's time, and nothing about the computer it runs on. */
export function loggerOptions(
  clock: Clock,
  log: LogDestination | undefined,
): NonNullable<FastifyServerOptions['logger']> {
  if (!log) return false;
  return {
    stream: log,
    base: null,
    // Quiet until the service listens: where it does is for the caller to say.
    level: 'silent',
    timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
  };
}

/** Logs each answered request by its route, never by its address, its headers or its content. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const facts = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      team: request.team,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(facts, 'request');
    done();
  });
}
