import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context, Outcome } from '../context.ts';
import { describedAs } from '../http/described-as.ts';
import { problemJson } from '../http/dialect.ts';
import { tagAnswers } from '../http/etag.ts';
import { PLAIN_JSON, PROBLEM_JSON } from '../http/media-type.ts';
import { ProblemDocument } from '../http/problem-document.ts';
import { refuse } from '../http/refuse.ts';
import { access, tagOf } from './access.ts';
import type { AskedWrite } from './access.ts';
import { Account } from './account.ts';
import { act } from './act.ts';
import { ACTIONS } from './change-status.ts';
import { ListParameters } from './list-query.ts';
import { listAccounts } from './list.ts';
import { update } from './update.ts';
import { AccountPath, ListDocument, PutBody } from './wire.ts';

const LIST_PATH = '/accounts';
const ACCOUNT_PATH = `${LIST_PATH}/:id`;

const answers = describedAs(PLAIN_JSON);
const refusals = { '4xx': describedAs(PROBLEM_JSON)('Why the request is refused.', ProblemDocument) };
const notModified = { 304: z.undefined().describe('The client has this content already.') };
const one = { 200: answers('The account, whole.', Account), ...refusals };

const schemas = {
  list: {
    operationId: 'listMarketplaceAccounts',
    summary: 'The Marketplace Accounts of the team, page by page; all else in the query is an RQL filter',
    querystring: ListParameters,
    response: { 200: answers('A page.', ListDocument), ...notModified, ...refusals },
  },
  read: {
    operationId: 'getMarketplaceAccount',
    summary: 'One Marketplace Account',
    params: AccountPath,
    response: { ...one, ...notModified },
  },
  update: {
    operationId: 'putMarketplaceAccount',
    summary: 'Writes the attributes sent; with If-Match only if nobody wrote meanwhile',
    params: AccountPath,
    body: PutBody,
    response: one,
  },
};

type Routes = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

function sendAccount(reply: FastifyReply, outcome: Outcome<Account>): void {
  if (outcome.ok) reply.header('etag', tagOf(outcome.value)).send(outcome.value);
  else refuse(reply, [outcome.failure], problemJson);
}

const writeOf = ({ team, headers }: FastifyRequest, id: string): AskedWrite => ({
  team,
  id,
  ifMatch: headers['if-match'],
});

/** What stands behind the question mark of a request, as it was sent. */
function rawQueryOf({ url }: FastifyRequest): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

function addReadRoutes(app: Routes, context: Context): void {
  app.get(LIST_PATH, { schema: schemas.list }, (request, reply) => {
    const { team, query } = request;
    const outcome = listAccounts(context, { team, parameters: query, rawQuery: rawQueryOf(request) });
    if (outcome.ok) reply.send(outcome.value);
    else refuse(reply, [outcome.failure], problemJson);
  });
  app.get(ACCOUNT_PATH, { schema: schemas.read }, ({ team, params: { id } }, reply) => {
    const found = context.store.reading(() => access(context, { team, id }));
    sendAccount(reply, found.ok ? { ok: true, value: found.value.account } : found);
  });
}

function addWriteRoutes(app: Routes, context: Context): void {
  app.put(ACCOUNT_PATH, { schema: schemas.update }, (request, reply) => {
    sendAccount(reply, update(context, writeOf(request, request.params.id), request.body));
  });
  for (const action of ACTIONS) {
    const schema = {
      operationId: `${action}MarketplaceAccount`,
      summary: `Takes the status one step: ${action}`,
      params: AccountPath,
      response: one,
    };
    app.post(`${ACCOUNT_PATH}/${action}`, { schema }, (request, reply) => {
      sendAccount(reply, act(context, writeOf(request, request.params.id), action));
    });
  }
}

/** Adds the requests of the Marketplace Accounts resource (docs/contract.md, "Marketplace Accounts"). */
export function addMarketplaceAccountRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  tagAnswers(routes);
  addReadRoutes(routes, context);
  addWriteRoutes(routes, context);
}
