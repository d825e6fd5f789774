import type { Failure } from '#shared/failure.ts';
import type { Result } from '#shared/result.ts';

/** An expected failure on its way through a query, which can report by throwing only. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`The call failed: ${failure.code}`);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Answers the value of a result; throws a `FailureError` where there is none. */
export async function unwrap<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}

/** The failure behind a query's error; a bug of the window itself becomes `unexpected`. */
export const failureOf = (error: unknown): Failure =>
  error instanceof FailureError ? error.failure : { code: 'unexpected', reference: 'window' };
