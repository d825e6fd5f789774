/** Throws a full sentence when a condition that must hold does not: a bug, never an expected failure. */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

/** Closes a `switch` over a union: does not compile while a case is missing, and throws if data lied. */
export function unreachable(value: never): never {
  throw new Error(`This case was thought impossible: ${JSON.stringify(value)}`);
}
