import type { Facts, Log } from '../../src/main/ports.ts';

/** One line that a log was given. */
export type LogLine = { readonly level: string; readonly message: string; readonly facts: Facts | undefined };

/** A log that keeps its lines for the test to read. */
export function keptLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: string) =>
    (message: string, facts?: Facts): void => {
      lines.push({ level, message, facts });
    };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
