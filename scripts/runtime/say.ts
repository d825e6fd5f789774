const REMINDER_MS = 15_000;

/** Prints one plain line of progress. */
export function say(line: string): void {
  process.stdout.write(`setup: ${line}\n`);
}

/** Waits for slow work, announces it, and says every 15 seconds that it is still under way. */
export async function patiently<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = (): string => `${String(Math.round((performance.now() - started) / 1000))} s`;
  say(`${what} …`);
  const reminder = setInterval(() => {
    say(`${what}, still under way after ${seconds()}`);
  }, REMINDER_MS);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
  }
}
