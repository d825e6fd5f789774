import type { Result } from '../result.ts';
import type { calls } from './contract.ts';
import type { events } from './events.ts';

declare const types: unique symbol;

/** A request from the window to the main process: takes `In`, answers `Out`. */
export type Call<In, Out> = { readonly [types]?: readonly [In, Out] };

/** A notice from the main process to every window, carrying `Payload`. */
export type Notice<Payload> = { readonly [types]?: readonly [Payload] };

/** Declares a call of the contract; it exists as a type only. */
export const call = <In, Out>(): Call<In, Out> => ({});

/** Declares an event of the contract; it exists as a type only. */
export const event = <Payload>(): Notice<Payload> => ({});

export type Calls = typeof calls;
export type Events = typeof events;
export type In<C> = C extends Call<infer I, unknown> ? I : never;
export type Out<C> = C extends Call<unknown, infer O> ? O : never;
export type Payload<E> = E extends Notice<infer P> ? P : never;

type Input<C> = In<C> extends undefined ? [] : [input: In<C>];

/** What the preload script exposes to the window as `window.api`. */
export type Api = {
  readonly [D in keyof Calls]: {
    readonly [M in keyof Calls[D]]: (...input: Input<Calls[D][M]>) => Promise<Result<Out<Calls[D][M]>>>;
  };
} & {
  /** Calls `listen` on every `name` event until the returned function is called. */
  readonly on: <E extends keyof Events>(name: E, listen: (payload: Payload<Events[E]>) => void) => () => void;
};

/** The channel of a call. */
export const channelOf = (domain: string, method: string): string => `${domain}.${method}`;
