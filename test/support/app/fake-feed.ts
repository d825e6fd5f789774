import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { signedText } from '../../../src/main/updates/signature.ts';

/** A version as the feed offers it; whatever is not as it should be is what a test is about. */
export type Offer = {
  readonly version: string;
  /** The version that was signed, where it is another one; `false`: nobody has signed it. */
  readonly signedAs?: string | false;
  /** Whether what is served is one byte other than what was announced, or than what was signed. */
  readonly flips?: 'announced' | 'signed';
};

const STEP = 2000;
const BETWEEN_STEPS_MS = 50;
const NOTES = 'Faster search.\nDecisions keep their place.';

/** The feed of a fake maker of new versions on loopback: an AppImage is a script that says how it was started. */
export class FakeFeed {
  /** What was asked for, in its order. */
  readonly asked: string[] = [];
  readonly publicKey: string;
  readonly #key: KeyObject;
  readonly #server: Server;
  #offer: Offer | undefined;
  #script = '';
  #isHeld = false;

  private constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    this.publicKey = Buffer.from(x, 'base64url').toString('base64');
    this.#key = privateKey;
    this.#server = createServer(({ url = '' }, response) => {
      this.asked.push(url.split('?')[0] ?? '');
      if (url.startsWith('/latest-linux.yml')) response.end(this.#announcement());
      else if (url.endsWith('.AppImage')) {
        const body = this.#served();
        response.setHeader('content-length', body.length);
        void this.#send(body, response);
      } else {
        response.statusCode = 404;
        response.end();
      }
    });
  }

  static async open(): Promise<FakeFeed> {
    const feed = new FakeFeed();
    await new Promise<void>((resolve) => {
      feed.#server.listen(0, '127.0.0.1', resolve);
    });
    return feed;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  /** Offers a version whose program writes into `trace` how it was started. */
  offer(offer: Offer, trace: string): void {
    this.#offer = offer;
    this.#script = `#!/bin/sh\necho "${offer.version} \${APPIMAGE_EXIT_AFTER_INSTALL:-runs}" > '${trace}'\n`;
    // Long enough to be seen on its way.
    this.#script += `# ${'.'.repeat(200_000)}\n`;
  }

  /** Serves every file slowly and never whole, until the answered function is called. */
  hold(): () => void {
    this.#isHeld = true;
    return () => {
      this.#isHeld = false;
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  // How far a download is, is told once a second and only while something comes.
  async #send(body: Buffer, response: ServerResponse): Promise<void> {
    const half = Math.floor(body.length / 2);
    let sent = 0;
    for (; this.#isHeld && !response.destroyed; sent = Math.min(sent + STEP, half)) {
      response.write(body.subarray(sent, Math.min(sent + STEP, half)));
      await sleep(BETWEEN_STEPS_MS);
    }
    response.end(body.subarray(sent));
  }

  #served(): Buffer {
    const body = Buffer.from(this.#script);
    if (this.#offer?.flips !== undefined) body[body.length - 2] = '!'.charCodeAt(0);
    return body;
  }

  #announcement(): string {
    const { version = '0.0.1', signedAs = version, flips } = this.#offer ?? {};
    const announced = flips === 'announced' ? Buffer.from(this.#script) : this.#served();
    const sha256 = createHash('sha256').update(this.#script).digest('hex');
    const signature = signedAs === false ? {} : { signature: this.#sign(signedText(sha256, signedAs)) };
    const sha512 = createHash('sha512').update(announced).digest('base64');
    const url = `key-accounts-${version}.AppImage`;
    return JSON.stringify({
      version,
      releaseDate: '2026-11-22T00:00:00.000Z',
      releaseNotes: NOTES,
      files: [{ url, sha512, size: announced.length, ...signature }],
    });
  }

  #sign(text: string): string {
    return sign(null, Buffer.from(text), this.#key).toString('base64');
  }
}
