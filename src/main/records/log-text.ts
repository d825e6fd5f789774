import type { SavedLog } from '#shared/model/decision.ts';
import { LogCheck, readLog, type LogEntry } from '../database/decision-log.ts';
import type { ReadableDb } from '../database/handle.ts';
import type { Clock } from '../ports.ts';

const AT_ONCE = 500;

/** The decision log as text, and what is to be said of it. */
export type LogText = SavedLog & { readonly text: string };

/**
 * Writes the decision log as JSON lines: a head, an entry a line, and a foot with how many there are and whether their
 * chain is whole. Redacted, it has no value of any field, and the chain can still be checked by the digests. The window
 * gets its turn between every few hundred entries.
 */
export async function logText(
  db: ReadableDb,
  clock: Clock,
  { redacted }: { redacted: boolean },
): Promise<LogText> {
  const check = new LogCheck();
  const head = {
    format: 'key-accounts decision log',
    savedAt: new Date(clock.now()).toISOString(),
    redacted,
  };
  const lines: unknown[] = [head];
  let after = 0;
  for (;;) {
    const entries = readLog(db, { after, limit: AT_ONCE });
    for (const entry of entries) {
      check.take(entry);
      lines.push(lineOf(entry, redacted));
    }
    after = entries.at(-1)?.entry ?? after;
    if (entries.length < AT_ONCE) break;
    await clock.sleep(0, new AbortController().signal);
  }
  const { entries, isIntact } = check.result;
  const text = [...lines, check.result].map((line) => `${JSON.stringify(line)}\n`).join('');
  return { entries, isIntact, text };
}

const lineOf = ({ salt, content, ...entry }: LogEntry, redacted: boolean): unknown =>
  redacted ? entry : { ...entry, salt, content: JSON.parse(content) as unknown };
