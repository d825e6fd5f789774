import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import { describedAs } from '../http/described-as.ts';
import { jsonApi } from '../http/dialect.ts';
import { ErrorDocument } from '../http/error-document.ts';
import { tagAnswers } from '../http/etag.ts';
import { JSON_API, PLAIN_JSON } from '../http/media-type.ts';
import { refuse } from '../http/refuse.ts';
import { changesSince } from './changes-since.ts';
import type { Context, Outcome } from '../context.ts';
import { create } from './create.ts';
import { deltaSize, listQuery } from './list-query.ts';
import { listPage } from './list.ts';
import { readOne } from './read.ts';
import { removeOne } from './remove.ts';
import { readPut, update } from './update.ts';
import { DeltaDocument, ListDocument, OneDocument, PostBody, PutBody, RecordPath } from './wire.ts';

const LIST_PATH = '/user/key_accounts';
const RECORD_PATH = `${LIST_PATH}/:id`;

const answers = describedAs(JSON_API);
const consumes = [JSON_API, PLAIN_JSON];

const refusals = { '4xx': answers('Why the request is refused.', ErrorDocument) };
const one = { 200: answers('The Key Account.', OneDocument), ...refusals };
const notModified = { 304: z.undefined().describe('The client has this content already.') };

const schemas = {
  read: {
    operationId: 'getKeyAccount',
    summary: 'One Key Account',
    params: RecordPath,
    response: { ...one, ...notModified },
  },
  create: {
    operationId: 'createKeyAccount',
    summary: 'Makes a Key Account; the client may bring its id',
    consumes,
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: PostBody,
    response: { 201: answers('The Key Account that was made.', OneDocument), ...refusals },
  },
  update: {
    summary: 'Writes the attributes sent, if nobody wrote meanwhile',
    consumes,
    params: RecordPath,
    body: PutBody,
    response: one,
  },
  remove: {
    operationId: 'deleteKeyAccount',
    summary: 'Deletes a Key Account',
    params: RecordPath,
    response: { 204: z.undefined().describe('It is deleted.'), ...refusals },
  },
};

type Routes = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

function send(reply: FastifyReply, outcome: Outcome<unknown>, { mode }: Context): void {
  if (outcome.ok) reply.type(JSON_API).send(outcome.value);
  else refuse(reply, [outcome.failure], jsonApi(mode));
}

function addListRoute(app: Routes, context: Context): void {
  const schema = {
    operationId: 'listKeyAccounts',
    summary: 'The Key Accounts of the team, page by page',
    querystring: listQuery(context.mode),
    response: {
      200: answers('A page, or what changed since a cursor.', z.union([ListDocument, DeltaDocument])),
      ...notModified,
      ...refusals,
    },
  };
  app.get(LIST_PATH, { schema }, ({ team, query }, reply) => {
    const cursor = query['filter[since]'];
    const outcome =
      cursor === undefined
        ? succeed(listPage(context, team, query))
        : changesSince(context, { team, cursor, limit: deltaSize(query) });
    send(reply, outcome, context);
  });
}

function addCreateRoute(app: Routes, context: Context): void {
  app.post(LIST_PATH, { schema: schemas.create }, ({ team, body, headers }, reply) => {
    const key = headers['idempotency-key'];
    const outcome = create(context, { team, body, ...(key !== undefined && { key }) });
    if (outcome.ok) reply.code(201).header('location', `${app.prefix}${LIST_PATH}/${outcome.value.data.id}`);
    send(reply, outcome, context);
  });
}

function addRecordRoutes(app: Routes, context: Context): void {
  app.get(RECORD_PATH, { schema: schemas.read }, ({ team, params }, reply) => {
    send(reply, readOne(context, team, params.id), context);
  });
  for (const method of ['PUT', 'PATCH'] as const) {
    app.route({
      method,
      url: RECORD_PATH,
      schema: { operationId: `${method.toLowerCase()}KeyAccount`, ...schemas.update },
      handler: ({ team, params, body }, reply) => {
        send(reply, update(context, readPut(team, params.id, body)), context);
      },
    });
  }
  app.delete(RECORD_PATH, { schema: schemas.remove }, ({ team, params }, reply) => {
    const outcome = removeOne(context, team, params.id);
    if (outcome.ok) reply.code(204).send();
    else refuse(reply, [outcome.failure], jsonApi(context.mode));
  });
}

/** Adds the requests of the Key Accounts resource (docs/contract.md, "Requests"). */
export function addKeyAccountRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  tagAnswers(routes);
  addListRoute(routes, context);
  addCreateRoute(routes, context);
  addRecordRoutes(routes, context);
}
