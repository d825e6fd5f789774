import type { Fault, Matches } from '../wire/fault-proxy.ts';

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
