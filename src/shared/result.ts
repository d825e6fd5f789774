import type { Failure } from './failure.ts';

/** The answer of an operation that can fail in an expected way. */
export type Result<Value, Why = Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Why };

/** Wraps a value as a success. */
export const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** Wraps the reason of an expected failure. */
export const fail = <Why>(failure: Why): { readonly ok: false; readonly failure: Why } => ({
  ok: false,
  failure,
});
