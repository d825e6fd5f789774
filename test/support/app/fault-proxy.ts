import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

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

/** One request on its way: what arrived, and everything that a fault can do with it. */
export type Exchange = {
  readonly request: Arrived;
  /** Sends the request to the real service and waits for its answer, which the app does not get yet. */
  readonly forward: () => Promise<Answer>;
  /** Answers the app. */
  readonly answer: (answer: Answer) => void;
  /** Sends the head and the first part of an answer, then ends the connection. */
  readonly cutWithin: (answer: Answer, bytes: number) => void;
  /** Ends the connection without an answer. */
  readonly cut: () => void;
};

/** What happens to a request; one that does nothing leaves it without an answer for as long as the app waits. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

/** Which requests a fault meets. */
export type Matches = (request: Arrived) => boolean;

// Headers that speak of one connection only (RFC 9110 §7.6.1), or that the next hop makes anew.
const OF_A_HOP = [
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host'],
  ...['accept-encoding', 'content-encoding'],
];

/** Gives the request to the service and its answer to the app. */
export const pass: Fault = async ({ forward, answer }) => {
  answer(await forward());
};

/** A line to the real service on which requests meet faults: once, in the order they were ordered, or always. */
export class FaultProxy {
  /** Every request that arrived. */
  readonly seen: Arrived[] = [];
  readonly #target: () => string;
  readonly #server: Server;
  readonly #once: { readonly matches: Matches; readonly fault: Fault }[] = [];
  #always: Fault = pass;

  private constructor(target: () => string) {
    this.#target = target;
    this.#server = createServer((request, response) => {
      void this.#meet(request, response);
    });
  }

  /** Opens a line to whatever address the service has at the time of a request. */
  static async open(target: () => string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Lets the next request that matches meet a fault; resolves when the fault has done its work. */
  next(matches: Matches, fault: Fault): Promise<void> {
    return new Promise((resolve, reject) => {
      const told: Fault = async (exchange) => {
        try {
          await fault(exchange);
          resolve();
        } catch (error) {
          exchange.cut();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#once.push({ matches, fault: told });
    });
  }

  /** Lets every request that no other fault waits for meet this one; `pass` ends it. */
  always(fault: Fault): void {
    this.#always = fault;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #meet(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    this.seen.push(request);
    const index = this.#once.findIndex(({ matches }) => matches(request));
    const [ordered] = index === -1 ? [] : this.#once.splice(index, 1);
    const exchange = exchangeOf({ request, response, target: this.#target });
    try {
      await (ordered?.fault ?? this.#always)(exchange);
    } catch {
      // The service is down: the app meets what it would meet without this line.
      exchange.cut();
    }
  }
}

type Meeting = {
  readonly request: Arrived;
  readonly response: ServerResponse;
  readonly target: () => string;
};

function exchangeOf({ request, response, target }: Meeting): Exchange {
  return {
    request,
    forward: () => forward(target(), request),
    answer: ({ status, headers, body }) => {
      response.writeHead(status, { ...headers }).end(body);
    },
    cutWithin: ({ status, headers, body }, bytes) => {
      const whole = Buffer.from(body);
      response.writeHead(status, { ...headers, 'content-length': String(whole.length) });
      response.write(whole.subarray(0, bytes), () => response.destroy());
    },
    cut: () => response.destroy(),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = incoming;
  return { method, url, headers: textHeaders(Object.entries(headers)), body: Buffer.concat(chunks) };
}

async function forward(target: string, { method, url, headers, body }: Arrived): Promise<Answer> {
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

const textHeaders = (entries: readonly (readonly [string, unknown])[]): Record<string, string> =>
  Object.fromEntries(
    entries
      .filter(([name]) => !OF_A_HOP.includes(name.toLowerCase()))
      .map(([name, value]) => [name, String(value)]),
  );
