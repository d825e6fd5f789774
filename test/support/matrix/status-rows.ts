import { page, refusal, withBody, withHeaders } from './answers.ts';
import { both, changed, inPlace, one, type NetworkRow, type Shown } from './network-row.ts';

type Told = readonly [status: number, shown: Shown, headers?: Record<string, string>];

const attention = (list: Shown['list'] = 'refused'): Shown => ({ list, change: 'needs attention' });

/** What the service itself, or something that speaks its language, answers in place of what was asked for. */
const spoken: readonly Told[] = [
  [400, attention()],
  [401, both('signed-out')],
  [403, attention('forbidden')],
  [404, { list: 'gone', change: 'missing' }],
  [405, attention()],
  [406, attention()],
  [408, both('busy')],
  [410, { list: 'gone', change: 'missing' }],
  [413, attention()],
  [415, attention()],
  [422, attention()],
  [425, both('busy')],
  [428, attention()],
  [429, both('busy')],
  [500, one('trouble')],
  [501, one('trouble')],
  [502, one('trouble')],
  [503, one('trouble')],
  [504, one('trouble')],
];

/** The same from something that does not speak it: a gateway, a router, a page for people. */
const unspoken: readonly Told[] = [
  [200, both('not-the-service')],
  [400, both('not-the-service')],
  [401, both('not-the-service')],
  [403, both('not-the-service')],
  [404, both('not-the-service')],
  [407, both('unreachable')],
  [429, both('busy')],
  [500, one('trouble')],
  [502, one('trouble')],
  [503, one('trouble')],
  [503, both('busy'), { 'retry-after': '120' }],
  [511, both('not-the-service')],
];

const redirects: readonly NetworkRow[] = [301, 302, 303, 307, 308].map((status) => ({
  name: `a redirect with ${String(status)} to another server, which must hear nothing`,
  fault:
    ({ elsewhere }) =>
    ({ request, answer }) => {
      answer({ status, headers: { location: `${elsewhere.address}${request.url}` }, body: '' });
    },
  shown: both('redirected'),
}));

const types: readonly NetworkRow[] = [
  {
    name: 'JSON told as plain text',
    fault: changed((answer) => withHeaders(answer, { 'content-type': 'text/plain' })),
    shown: both('not-the-service'),
  },
  {
    name: 'an answer without a content type',
    fault: changed((answer) => withHeaders(answer, { 'content-type': undefined })),
    shown: both('not-the-service'),
  },
  {
    name: 'an empty body with 200',
    fault: changed((answer) => withBody(answer, '')),
    shown: one('wrong-shape'),
  },
  {
    name: 'no content, with 204',
    fault: changed(({ headers }) => ({ status: 204, headers, body: '' })),
    shown: one('wrong-shape'),
  },
  {
    name: 'a 304 to what was never asked for under a condition',
    fault: changed(({ headers }) => ({ status: 304, headers, body: '' })),
    shown: { list: 'wrong-shape', change: 'redirected' },
    inMode: { modern: { list: 'redirected' } },
  },
];

const row = (name: string, [status, shown, headers = {}]: Told, isSpoken: boolean): NetworkRow => ({
  name,
  fault: inPlace(isSpoken ? refusal(status, 'told', headers) : page(status, headers)),
  shown,
});

/** Statuses, redirects and types. */
export const statusRows: readonly NetworkRow[] = [
  ...spoken.map((told) => row(`the service answers ${String(told[0])}`, told, true)),
  ...unspoken.map((told) =>
    row(`a page for people with ${String(told[0])}${told[2] ? ' and Retry-After' : ''}`, told, false),
  ),
  ...redirects,
  ...types,
];
