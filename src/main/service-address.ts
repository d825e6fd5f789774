import { fail, succeed, type Result } from '#shared/result.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Reads what a person entered as the address of a service and gives its origin: `https` only, or `http` where the
 * service runs on this very laptop. A path, a query and a trailing slash are dropped; a user name or password is refused.
 */
export function normaliseAddress(text: string): Result<string> {
  const trimmed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(withScheme)) return refuse('not-a-url');
  const { protocol, hostname, username, password, origin } = new URL(withScheme);
  if (username !== '' || password !== '') return refuse('credentials');
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return succeed(origin);
  return refuse(protocol === 'http:' ? 'not-https' : 'not-a-url');
}

const refuse = (reason: 'not-a-url' | 'not-https' | 'credentials'): Result<never> =>
  fail({ code: 'address-refused', reason });

/** The part of an address that a person recognises: host and port. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);
