import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { z } from 'zod';
import type { Log } from './ports.ts';

/** A small JSON file with a schema, read once and written whole. */
export type StoredDocument<Value> = {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
};

/** Which file, what is in it, and what it holds while there is none. */
export type DocumentOptions<Value> = {
  readonly folder: string;
  readonly name: string;
  readonly schema: z.ZodType<Value>;
  readonly fallback: Value;
  readonly log: Log;
};

/**
 * Opens `<folder>/<name>.json`, readable by this user only. A file that is no JSON or does not fit the schema is kept as
 * `<name>.json.bad`, said in the log, and the fallback takes its place.
 */
export function openDocument<Value extends object>(options: DocumentOptions<Value>): StoredDocument<Value> {
  const { folder, name, schema, fallback, log } = options;
  const file = join(folder, `${name}.json`);
  const raw = existsSync(file) ? readFileSync(file) : undefined;
  // Text that is no JSON reads as an empty object instead of throwing.
  const store = new ElectronStore<Record<string, unknown>>({
    name,
    cwd: folder,
    configFileMode: 0o600,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  });
  const parsed = schema.safeParse({ ...store.store });
  if (raw !== undefined && !parsed.success) {
    writeFileSync(`${file}.bad`, raw, { mode: 0o600 });
    log.warn('a file did not fit its schema: kept as .bad, defaults are used', { file: `${name}.json` });
  }
  let value = parsed.success ? parsed.data : fallback;
  return {
    get: () => value,
    set: (next) => {
      store.store = Object.fromEntries(Object.entries(next));
      value = next;
    },
  };
}
