// "The contract probe" of docs/sync.md: the only place that reads a token, and never to write with it in earnest.
import type { ServiceTraits } from '#shared/model/service-traits.ts';
import { Token } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';

type Precision = NonNullable<ServiceTraits['precision']>;

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

const ORDER: readonly Precision[] = ['seconds', 'milliseconds', 'finer', 'opaque'];

/** The finest part of a second that some tokens carry. */
export function precisionOf(tokens: readonly string[]): Precision {
  const places = tokens.map((token) => ORDER.indexOf(formOf(token)));
  return ORDER[Math.max(...places)] ?? 'opaque';
}

function formOf(token: string): Precision {
  const time = TIME.exec(token);
  if (!time) return 'opaque';
  const digits = time[2]?.length ?? 0;
  if (digits === 0) return 'seconds';
  return digits <= 3 ? 'milliseconds' : 'finer';
}

/** Whether a token is an earlier time, or a lower count, than another one; false where one of them is neither. */
export function isEarlier(form: Resource['token'], token: string, than: string): boolean {
  const read = form === 'count' ? Number : Date.parse;
  return read(token) < read(than);
}

/** A token in the same form for a time some milliseconds earlier; `undefined` for one that is no time in UTC. */
export function shiftToken(token: string, ms: number): Token | undefined {
  const time = TIME.exec(token);
  if (time?.[3] !== 'Z') return undefined;
  const digits = time[2] ?? '';
  const [whole = '', part = ''] = new Date(Date.parse(token) - ms).toISOString().replace('Z', '').split('.');
  const fraction = digits === '' ? '' : `.${(part + digits.slice(3)).slice(0, digits.length)}`;
  return Token.parse(`${whole}${fraction}Z`);
}
