let turn: Promise<unknown>[] | undefined;

/**
 * Lets answers that are asked for in one turn come in one turn: what goes from one list to another never stands in both,
 * nor in none of them.
 */
export async function together<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const mine = turn ?? begin();
  mine.push(asked);
  await Promise.resolve();
  await Promise.allSettled(mine);
  return asked;
}

function begin(): Promise<unknown>[] {
  const begun: Promise<unknown>[] = [];
  turn = begun;
  queueMicrotask(() => {
    turn = undefined;
  });
  return begun;
}
