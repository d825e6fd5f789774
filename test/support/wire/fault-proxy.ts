import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { forward, readRequest, wireOf, type Answer, type Arrived, type Framing } from './message.ts';
import type { Certificate } from './certificates.ts';

/** One request on its way: what arrived, and everything that a fault can do with it. */
export type Exchange = {
  readonly request: Arrived;
  /** Sends the request to the real service and waits for its answer, which the app does not get yet. */
  readonly forward: () => Promise<Answer>;
  /** Answers the app, and ends the connection. */
  readonly answer: (answer: Answer, framing?: Framing) => void;
  /** Sends the head and the first part of an answer, then ends the connection. */
  readonly cutWithin: (answer: Answer, bytes: number) => void;
  /** Sends bytes as they are, and leaves the connection open. */
  readonly send: (bytes: Buffer | string) => void;
  /** Sends bytes as they are, then breaks the connection off. */
  readonly sendAndCut: (bytes: Buffer | string) => void;
  /** Sends bytes as they are, then ends the connection in good order. */
  readonly sendAndEnd: (bytes: Buffer | string) => void;
  /** Ends the connection without an answer. */
  readonly cut: () => void;
  /** Breaks the connection off with a reset. */
  readonly reset: () => void;
  /** Whether the app still waits on this connection. */
  readonly isOpen: () => boolean;
};

/** What happens to a request; one that does nothing leaves it without an answer for as long as the app waits. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

/** Which requests a fault meets. */
export type Matches = (request: Arrived) => boolean;

/** Gives the request to the service and its answer to the app. */
export const pass: Fault = async ({ forward, answer }) => {
  answer(await forward());
};

/** A line to the real service on which requests meet faults: once, in the order they were ordered, or always. */
export class FaultProxy {
  /** Every request that arrived. */
  readonly seen: Arrived[] = [];
  /** What the service answered to each request that was let through, in order. */
  readonly answered: { readonly method: string; readonly status: number }[] = [];
  /** How many connections were made. */
  connections = 0;
  readonly #target: () => string;
  readonly #server: Server;
  readonly #scheme: string;
  readonly #once: { readonly matches: Matches; readonly fault: Fault }[] = [];
  #always: Fault = pass;
  #port = 0;

  private constructor(target: () => string, certificate?: Certificate) {
    this.#target = target;
    const meet = (request: IncomingMessage): void => {
      void this.#meet(request);
    };
    this.#scheme = certificate ? 'https' : 'http';
    this.#server = certificate ? createTlsServer(certificate, meet) : createServer(meet);
    this.#server.on('connection', (socket: Socket) => {
      this.connections += 1;
      // A client that gives up resets its connection.
      socket.on('error', () => undefined);
    });
  }

  /** Opens a line to whatever address the service has at the time of a request; with a certificate it speaks TLS. */
  static async open(target: () => string, certificate?: Certificate): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, certificate);
    await proxy.listen();
    return proxy;
  }

  get address(): string {
    return `${this.#scheme}://127.0.0.1:${String(this.#port)}`;
  }

  /** Listens, again on the port of the first time. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
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

  /** Takes no connections any more, and ends those that are open; `listen` takes it back. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #meet(incoming: IncomingMessage): Promise<void> {
    const request = await readRequest(incoming);
    this.seen.push(request);
    const index = this.#once.findIndex(({ matches }) => matches(request));
    const [ordered] = index === -1 ? [] : this.#once.splice(index, 1);
    const exchange = exchangeOf({ request, socket: incoming.socket, forward: () => this.#forward(request) });
    try {
      await (ordered?.fault ?? this.#always)(exchange);
    } catch {
      // The service is down: the app meets what it would meet without this line.
      exchange.cut();
    }
  }

  async #forward(request: Arrived): Promise<Answer> {
    const answer = await forward(this.#target(), request);
    this.answered.push({ method: request.method, status: answer.status });
    return answer;
  }
}

type Meeting = Pick<Exchange, 'request' | 'forward'> & { readonly socket: Socket };

// Important! Everything is written on the socket itself: Node's own response would mend what a fault breaks.
function exchangeOf({ request, socket, forward: toService }: Meeting): Exchange {
  const sendAndCut = (bytes: Buffer | string): void => {
    socket.write(bytes, () => socket.destroy());
  };
  return {
    request,
    forward: toService,
    answer: (answer, framing) => {
      socket.end(wireOf(answer, framing).bytes);
    },
    cutWithin: (answer, count) => {
      const { bytes, bodyAt } = wireOf(answer);
      sendAndCut(bytes.subarray(0, bodyAt + count));
    },
    send: (bytes) => {
      socket.write(bytes);
    },
    sendAndCut,
    sendAndEnd: (bytes) => {
      socket.end(bytes);
    },
    cut: () => socket.destroy(),
    reset: () => socket.resetAndDestroy(),
    isOpen: () => !socket.destroyed,
  };
}
