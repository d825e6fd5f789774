import { createSign, generateKeyPairSync } from 'node:crypto';
import { bits, explicit, identifier, implicit, integer, octets, sequence, set, time, utf8 } from './der.ts';

/** A certificate with its key, as PEM. */
export type Certificate = { readonly key: string; readonly cert: string };

/** What is wrong with a certificate. Nobody vouches for any of them. */
export type Flaw = 'self-signed' | 'expired' | 'of another host';

const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const ALTERNATIVE_NAMES = '2.5.29.17';
const DAY = 86_400_000;

const loopback = implicit(7, Buffer.from([127, 0, 0, 1]));
const otherHost = implicit(2, Buffer.from('portal.hotel.example'));

/** Makes a certificate for this computer's own address that has the flaw. */
export function makeCertificate(flaw: Flaw): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const until = new Date(Date.now() + (flaw === 'expired' ? -DAY : 30 * DAY));
  const name = sequence(set(sequence(identifier(COMMON_NAME), utf8('service.example'))));
  const names = sequence(flaw === 'of another host' ? otherHost : loopback);
  const algorithm = sequence(identifier(ECDSA_SHA256));
  const content = sequence(
    explicit(0, integer(2)),
    integer(1),
    algorithm,
    name,
    sequence(time(new Date(until.getTime() - 60 * DAY)), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(sequence(identifier(ALTERNATIVE_NAMES), octets(names)))),
  );
  const signature = createSign('sha256').update(content).sign(privateKey);
  const whole = sequence(content, algorithm, bits(signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}
