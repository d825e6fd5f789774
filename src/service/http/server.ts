import Fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Context } from '../key-accounts/context.ts';
import { addKeyAccountRoutes } from '../key-accounts/routes.ts';
import { noSuchRoute, notAcceptable, signedOut } from '../refusal.ts';
import { recogniseTeams } from '../teams.ts';
import type { SignIn } from '../teams.ts';
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

/** The path under which the contract's resources are. */
export const BASE_PATH = '/api/v2';

const LARGEST_BODY = 1_048_576;
const REQUEST_TIMEOUT_MS = 30_000;

/** Who may come in, and where the log goes. */
export type Doors = { readonly signIns: readonly SignIn[]; readonly log: LogDestination | undefined };

function bare({ mode, ports }: Context, log: LogDestination | undefined): FastifyInstance {
  const handleError = refuseError(mode);
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
      handleError(error, request, reply);
    },
    clientErrorHandler: refuseConnection(mode, ports),
  });
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) => {
    refuse(reply, [noSuchRoute], mode);
  });
  return app;
}

/** Lets in who has a token and can read the answer. */
function guard(app: FastifyInstance, { mode }: Context, signIns: readonly SignIn[]): void {
  const teamOf = recogniseTeams(signIns);
  app.addHook('onRequest', (request, reply, done) => {
    const team = teamOf(request.headers.authorization);
    if (team === undefined) {
      refuse(reply.header('www-authenticate', 'Bearer'), [signedOut], mode);
    } else if (!accepts(request.headers.accept)) {
      refuse(reply, [notAcceptable], mode);
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
  readJsonBodies(app);
  sendBareMediaType(app);
  logRequests(app);
  await describe(app, context.mode);
  await app.register(
    (api, _options, done) => {
      guard(api, context, signIns);
      addKeyAccountRoutes(api, context);
      done();
    },
    { prefix: BASE_PATH },
  );
  return app;
}
