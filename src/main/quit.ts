import { app } from 'electron/main';
import type { Clock, Log } from './ports.ts';

const CLOSE_WITHIN_MS = 2000;

/** What has to happen before the process ends. */
export type QuitOptions = {
  readonly close: () => Promise<void>;
  /** Hears that everything was closed, or that the system ends without asking. */
  readonly onEnd: () => void;
  /** Puts a new version in place: only when everything was closed, and before the process ends. */
  readonly updates: { readonly install: () => Promise<void> };
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Ends the app in order: the windows go first, so that what they still say is heard; then the work stops, the local
 * transaction ends and the database closes, in at most two seconds.
 */
export function quitInOrder({ close, onEnd, updates, clock, log }: QuitOptions): void {
  let phase: 'running' | 'closing' | 'closed' = 'running';
  app.on('will-quit', (event) => {
    if (phase === 'closed') return;
    event.preventDefault();
    if (phase === 'closing') return;
    phase = 'closing';
    const deadline = clock.sleep(CLOSE_WITHIN_MS, new AbortController().signal).then(() => 'late' as const);
    const closing = close()
      .then(onEnd)
      .then(
        () => 'closed' as const,
        (error: unknown) => {
          log.error('closing failed', { detail: String(error) });
          return 'failed' as const;
        },
      );
    void Promise.race([closing, deadline]).then(async (outcome) => {
      log.info('the app ends', { outcome });
      if (outcome === 'closed') {
        await updates.install().catch((error: unknown) => {
          log.error('the new version could not be put in place', { detail: String(error) });
        });
      }
      phase = 'closed';
      // Not from within a promise: Electron then never leaves its message loop.
      setImmediate(() => {
        app.quit();
      });
    });
  });
  app.on('browser-window-created', (_event, window) => {
    // Windows shuts down without waiting for `will-quit`: that is no crash.
    window.on('session-end', onEnd);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
