import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** What is signed of a version: what its file holds, and which version it is, so that an old one is not sold as new. */
export const signedText = (sha256: string, version: string): string => `${sha256}-${version}`;

/** A file that was fetched, the version that it is said to be, and the signatures that came with it. */
export type Fetched = {
  readonly file: string;
  readonly version: string;
  readonly signatures: readonly string[];
};

/** Whether one of the signatures was made for exactly this file and version, with the key that belongs to `publicKey`. */
export async function isSigned({ file, version, signatures }: Fetched, publicKey: string): Promise<boolean> {
  const text = Buffer.from(signedText(await sha256Of(file), version));
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return signatures.some((signature) => verify(null, text, key, Buffer.from(signature, 'base64')));
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
