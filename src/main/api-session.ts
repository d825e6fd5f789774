import { session } from 'electron/main';
import type { Transport } from './ports.ts';

/**
 * Makes the transport to the service: Chromium's network stack in a session of its own that is only in memory. A
 * redirect is an error, because it would carry the token along; no cookie and no cached answer is used or kept.
 */
export function openApiSession(): Transport {
  const api = session.fromPartition('api', { cache: false });
  return (url, request) =>
    api.fetch(url, { ...request, redirect: 'error', credentials: 'omit', cache: 'no-store' } as RequestInit);
}
