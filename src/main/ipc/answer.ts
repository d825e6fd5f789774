import { fail, type Result } from '#shared/result.ts';
import { storageFaultOf } from '../database/storage-fault.ts';
import type { Log } from '../ports.ts';
import type { Handler } from './handler.ts';

type Door<Input, Output> = {
  readonly channel: string;
  readonly handler: Handler<Input, Output>;
  readonly log: Log;
  readonly newId: () => string;
};

/**
 * Parses the input and runs the handler. Input that does not fit never reaches it; an error of SQLite becomes a
 * storage failure; any other error is a bug, logged under a reference that the screen shows.
 */
export async function answer<Input, Output>(
  { channel, handler, log, newId }: Door<Input, Output>,
  raw: unknown,
): Promise<Result<Output>> {
  const parsed = handler.input.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    log.warn('refused a call whose input does not fit', { channel, issues: issues.length });
    return fail({ code: 'invalid-input', issues });
  }
  try {
    return await handler.run(parsed.data);
  } catch (error) {
    const reference = newId().slice(0, 8);
    const reason = storageFaultOf(error);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error('a call failed', { channel, reference, reason, detail });
    return fail(reason ? { code: 'storage', reason } : { code: 'unexpected', reference });
  }
}
