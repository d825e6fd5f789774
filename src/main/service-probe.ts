import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Probe } from './connect.ts';
import type { Ports, Transport } from './ports.ts';
import { httpRemote } from './sync/http-remote.ts';
import { probe } from './sync/probe.ts';

/** Makes the contract probe of a service by its address. */
export const serviceProbe =
  (transport: Transport, ports: Ports): Probe =>
  (address, token) => {
    const resource = keyAccounts;
    const remote = httpRemote({ resource, address, token: () => token, transport, clock: ports.clock });
    return probe({ remote, resource, ports, signal: new AbortController().signal });
  };
