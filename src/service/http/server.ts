import Fastify, { LogController } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Context } from '../context.ts';
import { addKeyAccountRoutes } from '../key-accounts/routes.ts';
import { addMarketplaceAccountRoutes } from '../marketplace-accounts/routes.ts';
import { noSuchRoute, notAcceptable, signedOut } from '../refusal.ts';
import { recogniseTeams } from '../teams.ts';
import type { SignIn } from '../teams.ts';
import { jsonApi, problemJson } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { accepts, readJsonBodies, sendBareMediaType } from './media-type.ts';
import { describe } from './open-api.ts';
import { refuse, refuseConnection, refuseError } from './refuse.ts';
import { answerHeaders } from './reply-headers.ts';
import { logRequests, loggerOptions } from './request-log.ts';
import type { LogDestination } from './request-log.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The team whose token came with the request; empty where none is asked for. */
    team: string;
  }
}

/** One resource of the contract: the path that it is under, how it speaks and the requests it has. */
type Resource = {
  readonly prefix: string;
  readonly dialect: Dialect;
  readonly addRoutes: (app: FastifyInstance, context: Context) => void;
};

const resourcesOf = ({ mode }: Context): readonly [Resource, ...Resource[]] => [
  { prefix: '/api/v2', dialect: jsonApi(mode), addRoutes: addKeyAccountRoutes },
  { prefix: '/public/v1/accounts', dialect: problemJson, addRoutes: addMarketplaceAccountRoutes },
];

const LARGEST_BODY = 1_048_576;
const REQUEST_TIMEOUT_MS = 30_000;

/** Who may come in, and where the log goes. */
export type Doors = { readonly signIns: readonly SignIn[]; readonly log: LogDestination | undefined };

/** How to answer where no route says it: as the resource speaks whose path it is under, else as the first. */
function dialectAt(resources: readonly [Resource, ...Resource[]], url: string): Dialect {
  const { dialect } = resources.find(({ prefix }) => url.startsWith(`${prefix}/`)) ?? resources[0];
  return dialect;
}

function bare(context: Context, log: LogDestination | undefined): FastifyInstance {
  const { ports } = context;
  const resources = resourcesOf(context);
  const dialectOf = ({ url }: FastifyRequest): Dialect => dialectAt(resources, url);
  const app = Fastify({
    logger: loggerOptions(ports.clock, log),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: () => ports.newId(),
    exposeHeadRoutes: false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // What has been let in while the service closes is answered like any other request.
    return503OnClosing: false,
    // These errors come before any hook has run.
    frameworkErrors: (error, request, reply) => {
      reply.headers(answerHeaders(ports.clock, request.id));
      refuseError(dialectOf(request))(error, request, reply);
    },
    clientErrorHandler: refuseConnection(resources[0].dialect, ports),
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    refuseError(dialectOf(request))(error, request, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    refuse(reply, [noSuchRoute], dialectOf(request));
  });
  return app;
}

/** Lets in who has a token and can read the answer. */
function guard(app: FastifyInstance, dialect: Dialect, signIns: readonly SignIn[]): void {
  const teamOf = recogniseTeams(signIns);
  app.addHook('onRequest', (request, reply, done) => {
    const team = teamOf(request.headers.authorization);
    if (team === undefined) {
      refuse(reply.header('www-authenticate', 'Bearer'), [signedOut], dialect);
    } else if (!accepts(request.headers.accept, dialect.reads)) {
      refuse(reply, [notAcceptable(dialect.answers)], dialect);
    } else {
      request.team = team;
      done();
    }
  });
}

/** Builds the HTTP side of the service around what it works with. */
export async function buildServer(context: Context, { signIns, log }: Doors): Promise<FastifyInstance> {
  const app = bare(context, log);
  app.decorateRequest('team', '');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(answerHeaders(context.ports.clock, request.id));
    done();
  });
  readJsonBodies(app, jsonApi(context.mode).reads);
  sendBareMediaType(app);
  logRequests(app);
  await describe(app, context.mode);
  for (const { prefix, dialect, addRoutes } of resourcesOf(context)) {
    await app.register(
      (api, _options, done) => {
        guard(api, dialect, signIns);
        readJsonBodies(api, dialect.reads);
        addRoutes(api, context);
        done();
      },
      { prefix },
    );
  }
  return app;
}
