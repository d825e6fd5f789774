import { pass } from '../wire/fault-proxy.ts';
import { both, one, type NetworkRow, type Stage } from './network-row.ts';

const row = (name: string, goesTo: (stage: Stage) => string, shown: NetworkRow['shown']): NetworkRow => ({
  name,
  fault: () => pass,
  goesTo,
  shown,
});

/** What a request meets before anybody has heard it. */
export const addressRows: readonly NetworkRow[] = [
  row('nobody listens on the port', ({ others }) => others.closed, both('unreachable')),
  row('nobody knows the host', () => 'https://no-such.invalid', both('unreachable')),
  row(
    'a certificate that nobody vouches for',
    ({ others }) => others.flawed('self-signed'),
    both('certificate'),
  ),
  row('a certificate whose time is over', ({ others }) => others.flawed('expired'), both('certificate')),
  row('a certificate of another host', ({ others }) => others.flawed('of another host'), both('certificate')),
  row('a server that speaks no TLS', ({ others }) => others.plain, both('certificate')),
  {
    ...row('a TLS handshake that never ends', ({ others }) => others.silent, one('timeout')),
    isSlow: true,
  },
];
