import type { Fault, Matches } from '../wire/fault-proxy.ts';
import { forward, type Answer, type Arrived } from '../wire/message.ts';

/** The requests of a method, about one record where an id is given. */
export const isMethod =
  (method: string, id = ''): Matches =>
  (request) =>
    request.method === method && request.url.includes(id);

/** The request for a page of the whole list. */
export const isPage =
  (page: number): Matches =>
  ({ method, url }) =>
    method === 'GET' && new URL(url, 'http://service').searchParams.get('page') === String(page);

/** The service does what was asked; then something happens, and the answer never comes. */
export const committedThen =
  (happens: () => void | Promise<void>): Fault =>
  async ({ forward, cut }) => {
    const { status } = await forward();
    if (status >= 300) throw new Error(`The service was to commit, but answered ${String(status)}.`);
    await happens();
    cut();
  };

/** The request arrives, something happens, and the service never hears of it. */
export const arrivedThen =
  (happens: () => void | Promise<void>): Fault =>
  async ({ cut }) => {
    await happens();
    cut();
  };

/** The answer of a captive portal: a page for people, and a status that says all is well. */
export const signInPage: Fault = ({ answer }) => {
  answer({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Hotel Wi-Fi</title><p>Accept the terms to go on.</p>',
  });
};

/** An answer that points to the same path of another server. */
export const redirectTo =
  (address: () => string, status = 307): Fault =>
  ({ request, answer }) => {
    answer({ status, headers: { location: `${address()}${request.url}` }, body: '' });
  };

type Sent = { data: { id?: string; attributes: Record<string, unknown> } };

/** The same request with another body. */
function rewritten(request: Arrived, rewrite: (sent: Sent) => void): Arrived {
  const sent = JSON.parse(request.body.toString('utf8')) as Sent;
  rewrite(sent);
  return { ...request, body: Buffer.from(JSON.stringify(sent)) };
}

/** Lets a service do a creation under an id of its own, whatever the app sent: it knows no keys either. */
export function createdUnderOwnId(address: string, request: Arrived): Promise<Answer> {
  const { 'idempotency-key': _key, ...headers } = request.headers;
  const anonymous = rewritten({ ...request, headers }, ({ data }) => {
    delete data.id;
  });
  return forward(address, anonymous);
}

/** The service gives every new record an id of its own. */
export const givesOwnIds =
  (address: () => string): Fault =>
  async ({ request, forward: toService, answer }) => {
    answer(request.method === 'POST' ? await createdUnderOwnId(address(), request) : await toService());
  };

/** The service takes every write, also one that is out of date. */
export const takesEveryWrite =
  (address: () => string): Fault =>
  async ({ request, forward: toService, answer }) => {
    if (request.method !== 'PUT') {
      answer(await toService());
      return;
    }
    const forced = rewritten(request, ({ data }) => {
      data.attributes['overwrite'] = true;
    });
    answer(await forward(address(), forced));
  };
