import { net, powerMonitor } from 'electron/main';
import type { Trigger } from '#shared/model/sync-status.ts';

const LOOK_EVERY_MS = 5000;

/** Says when a round is worth trying again: the laptop woke up, or it has a network after it had none. */
export function watchWakeUps(request: (trigger: Trigger) => void): void {
  powerMonitor.on('resume', () => {
    request('resume');
  });
  let wasOnline = net.isOnline();
  // Chromium's word is only good for "there is none": `true` promises nothing, so it starts a round and no more.
  const timer = setInterval(() => {
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) request('reconnect');
    wasOnline = isOnline;
  }, LOOK_EVERY_MS);
  timer.unref();
}
