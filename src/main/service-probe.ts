import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { fail, succeed } from '#shared/result.ts';
import type { Probe } from './connect.ts';
import type { Clock, Transport } from './ports.ts';
import { httpRemote } from './sync/http-remote.ts';

/** Makes the probe that asks a service for one record of its first page. */
export const serviceProbe =
  (transport: Transport, clock: Clock): Probe =>
  async (address, token) => {
    const remote = httpRemote({ resource: keyAccounts, address, token: () => token, transport, clock });
    const answer = await remote.list({ page: 1, size: 1, etag: undefined }, new AbortController().signal);
    if (!answer.ok) return fail(answer.failure);
    return succeed({ total: answer.value.unchanged ? undefined : answer.value.page.pages?.total });
  };
