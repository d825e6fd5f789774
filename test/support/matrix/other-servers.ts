import { createServer, type AddressInfo } from 'node:net';
import { makeCertificate, type Flaw } from '../wire/certificates.ts';
import { FaultProxy } from '../wire/fault-proxy.ts';

/** Servers that a request may meet in the service's place. */
export type OtherServers = {
  /** Speaks TLS with a certificate that has the flaw; the real service is behind it. */
  readonly flawed: (flaw: Flaw) => string;
  /** Takes connections and says nothing, so that a TLS handshake never ends. */
  readonly silent: string;
  /** A port on which nobody listens. */
  readonly closed: string;
  /** Speaks no TLS, but is spoken to as if it did. */
  readonly plain: string;
  readonly close: () => Promise<void>;
};

const FLAWS: readonly Flaw[] = ['self-signed', 'expired', 'of another host'];

/** Below the ports that a system gives to whoever asks for any: no server of another test comes to listen on it. */
const GIVEN_TO_NOBODY = { from: 20_000, to: 30_000 } as const;

/** A port on which nobody listens, and nobody will. */
async function closedPort(): Promise<number> {
  for (let port: number = GIVEN_TO_NOBODY.from; port < GIVEN_TO_NOBODY.to; port += 1) {
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => {
        resolve(false);
      });
      server.listen(port, '127.0.0.1', () => {
        resolve(true);
      });
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  throw new Error('Somebody listens on every port.');
}

/** Opens every other server in front of a service. */
export async function openOtherServers(service: string): Promise<OtherServers> {
  const flawed = new Map<Flaw, FaultProxy>();
  for (const flaw of FLAWS) flawed.set(flaw, await FaultProxy.open(() => service, makeCertificate(flaw)));
  const silent = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const closed = await closedPort();
  return {
    flawed: (flaw) => flawed.get(flaw)?.address ?? '',
    silent: `https://127.0.0.1:${String((silent.address() as AddressInfo).port)}`,
    closed: `http://127.0.0.1:${String(closed)}`,
    plain: service.replace('http:', 'https:'),
    close: async () => {
      for (const proxy of flawed.values()) await proxy.close();
      silent.close();
    },
  };
}
