import { readFileSync } from 'node:fs';

const CHECK_MS = 1000;

/** Calls back once when whoever started this has gone: its parent, or an npm further up; gives how to stop watching. */
export function watchForOrphaning(onOrphaned: () => void): () => void {
  const before = lineage();
  const watch = setInterval(() => {
    if (lineage() === before) return;
    clearInterval(watch);
    onOrphaned();
  }, CHECK_MS);
  return () => {
    clearInterval(watch);
  };
}

// npm runs a shell that runs tsx that runs this. When npm is killed, or its shell by a signal that npm passes on,
// nobody tells tsx, and it is tsx that this process sees as its parent.
function lineage(): string {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return String(parent);
  const shell = parentOf(parent);
  return [parent, shell, parentOf(shell)].join(' ');
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // "pid (name) state parent …", and the name may hold spaces and brackets.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // Gone, or not on Linux: the same answer every time.
    return 0;
  }
}
