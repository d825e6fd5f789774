/** Runs one piece of work after the other, in the order they were asked for. */
export type OneAtATime = <Value>(work: () => Promise<Value> | Value) => Promise<Value>;

/** Makes a lane in which no two pieces of work overlap; one that fails does not hold up the next. */
export function oneAtATime(): OneAtATime {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = turn.then(work);
    turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };
}
