import type { z } from 'zod';
import type { Calls, In, Out } from '#shared/ipc/define.ts';
import type { Result } from '#shared/result.ts';

/** Answers one call of the bridge: the schema is the door, `run` does the work and answers expected failures. */
export type Handler<Input, Output> = {
  readonly input: z.ZodType<Input>;
  readonly run: (input: Input) => Result<Output> | Promise<Result<Output>>;
};

/** The handlers of every call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [D in keyof Calls]: {
    readonly [M in keyof Calls[D]]: Handler<In<Calls[D][M]>, Out<Calls[D][M]>>;
  };
};
