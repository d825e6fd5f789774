import { setTimeout as sleep } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 20;

/** Waits until something holds, looking again and again; throws a sentence that says what never came. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patience = 15_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited ${String(patience)} ms in vain until ${what}.`);
    await sleep(BETWEEN_LOOKS_MS);
  }
}

/** Whether a process is there. A zombie, which nobody has asked for its exit code yet, still is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
