import { forbidden, malformed, signedOut } from '../../src/service/refusal.ts';
import { FEATURES } from './features.ts';
import type { Fate } from './script.ts';
import type { Reply, SimService } from './sim-service.ts';

type List = {
  readonly data: readonly object[];
  readonly meta: {
    readonly pagination?: {
      readonly page: number | string;
      readonly total_count: number;
      readonly total_pages: number;
    };
  };
};

const html = (status: number, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  text: '<!doctype html><title>Sign in to the Wi-Fi</title>',
});

/** What is answered in place of the service, or by a service that is not itself. */
const inItsPlace = {
  trouble: () => html(500),
  busy: (service) => ({
    ...service.refuse({ ...malformed('slow_down', 'Too many requests.'), status: 429 }),
    headers: { 'content-type': 'application/json', 'retry-after': '2' },
  }),
  closed: () => html(503, { 'retry-after': '3' }),
  slow: () => html(408),
  'signed-out': (service) => {
    const refusal = service.refuse(signedOut);
    return { ...refusal, headers: { ...refusal.headers, 'www-authenticate': 'Bearer realm="test"' } };
  },
  refused: (service) =>
    service.refuse({
      ...malformed('invalid_value', 'First name cannot be this.', { pointer: '/data/attributes/first_name' }),
      status: 422,
    }),
  forbidden: (service) => service.refuse(forbidden),
  portal: () => html(200),
} as const satisfies Readonly<Record<string, (service: SimService) => Reply>>;

const names: Partial<Record<Fate, keyof typeof inItsPlace>> = {
  trouble: 'trouble',
  'trouble-after': 'trouble',
  busy: 'busy',
  closed: 'closed',
  'closed-after': 'closed',
  slow: 'slow',
  'signed-out': 'signed-out',
  refused: 'refused',
  forbidden: 'forbidden',
  portal: 'portal',
};

/** The answer that stands in place of the service's, where the fate is one. */
export function forge(fate: Fate, service: SimService): Reply | undefined {
  const name = names[fate];
  return name && inItsPlace[name](service);
}

/** What becomes of a good answer: cut, or a list that lacks what it should have. */
export function spoil(fate: Fate, reply: Reply): Reply {
  if (reply.status !== 200) return reply;
  if (fate === 'truncated')
    return { ...reply, text: reply.text.slice(0, Math.floor(reply.text.length * 0.6)) };
  const list = JSON.parse(reply.text) as List;
  // Only whole pages: what a delta leaves out no client can know of.
  if (!Array.isArray(list.data) || !list.meta.pagination) return reply;
  const { page } = list.meta.pagination;
  const isHonest = Number(page) > 1 && !FEATURES.shrinkingTotals && ['emptied', 'hidden'].includes(fate);
  const spoilt = spoilList(isHonest ? 'short' : fate, list, list.meta.pagination);
  const { etag: _etag, ...headers } = reply.headers;
  return spoilt ? { ...reply, headers, text: JSON.stringify(spoilt) } : reply;
}

function spoilList(
  fate: Fate,
  { data, meta }: List,
  pagination: NonNullable<List['meta']['pagination']>,
): unknown {
  const rest = data.slice(0, -1);
  // Without the place to ask for changes from: a service that hides rows and says that nothing changed cannot be met.
  const hidden = { ...meta, sync: undefined };
  switch (fate) {
    case 'emptied':
      return { data: [], meta: { ...hidden, pagination: { ...pagination, total_count: 0, total_pages: 0 } } };
    case 'short':
      return { data: rest, meta: hidden };
    case 'hidden':
      return {
        data: rest,
        meta: {
          ...hidden,
          pagination: { ...pagination, total_count: Math.max(pagination.total_count - 1, 0) },
        },
      };
    case 'garbled':
      return { data: [...rest, ...data.slice(-1).map((row) => ({ ...row, attributes: null }))], meta };
    default:
      return undefined;
  }
}
