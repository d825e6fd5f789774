import type { IncomingMessage } from 'node:http';

/** A request as it arrived at the proxy. */
export type Arrived = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** An answer with its whole body. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
};

/** How the end of a body is told: by its length, by its chunks, or by the end of the connection. */
export type Framing = 'length' | 'chunked' | 'close';

// Headers that speak of one connection only (RFC 9110 §7.6.1), or that the next hop makes anew.
const OF_A_HOP = [
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host'],
  ...['accept-encoding', 'content-encoding'],
];

const textHeaders = (entries: readonly (readonly [string, unknown])[]): Record<string, string> =>
  Object.fromEntries(
    entries
      .filter(([name]) => !OF_A_HOP.includes(name.toLowerCase()))
      .map(([name, value]) => [name, String(value)]),
  );

/** Reads a request to its end. */
export async function readRequest(incoming: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = incoming;
  return { method, url, headers: textHeaders(Object.entries(headers)), body: Buffer.concat(chunks) };
}

/** Sends a request to the real service and waits for its whole answer. */
export async function forward(target: string, { method, url, headers, body }: Arrived): Promise<Answer> {
  const response = await fetch(`${target}${url}`, {
    method,
    headers: { ...headers },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  return {
    status: response.status,
    headers: textHeaders([...response.headers]),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

const BODILESS = [204, 304];
const CHUNK = 200;

function chunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += CHUNK) {
    const part = body.subarray(at, at + CHUNK);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

/** The bytes of an answer as they go over the line, and at which of them its body begins. */
export type Wire = { readonly bytes: Buffer; readonly bodyAt: number };

/** Writes an answer as HTTP/1.1 on a connection that ends with it. */
export function wireOf({ status, headers, body }: Answer, framing: Framing = 'length'): Wire {
  const content = Buffer.from(body);
  const isBodiless = BODILESS.includes(status);
  const told: Record<Framing, string[]> = {
    length: [`content-length: ${String(content.length)}`],
    chunked: ['transfer-encoding: chunked'],
    close: [],
  };
  const lines = [
    `HTTP/1.1 ${String(status)} Told`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(isBodiless ? [] : told[framing]),
    'connection: close',
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  const sent = framing === 'chunked' ? chunked(content) : content;
  return { bytes: Buffer.concat(isBodiless ? [head] : [head, sent]), bodyAt: head.length };
}
