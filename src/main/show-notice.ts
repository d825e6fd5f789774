import { BrowserWindow, Notification } from 'electron/main';
import { wordsOf } from '#shared/language/language.ts';
import type { Command } from '#shared/model/command.ts';
import type { Notice } from './notifier.ts';
import { focusWindow } from './window.ts';

const words = wordsOf('notifications');

const places: Readonly<Record<Notice['kind'], Command>> = {
  decisions: 'go-decisions',
  'signed-out': 'go-settings',
};

/** Whether this system shows notices at all. */
export const canNotify = (): boolean => Notification.isSupported();

/** Whether the person is at one of the app's windows. */
export const isLookedAt = (): boolean => BrowserWindow.getFocusedWindow() !== null;

/** Makes the showing of notices of the system: one at a time, and a click leads to where it can be answered. */
export function noticeShower(send: (command: Command) => void): (notice: Notice) => void {
  let shown: Notification | undefined;
  return (notice) => {
    shown?.close();
    shown = new Notification({ ...textOf(notice), silent: true });
    shown.once('click', () => {
      const [window] = BrowserWindow.getAllWindows();
      if (window) focusWindow(window);
      send(places[notice.kind]);
    });
    shown.show();
  };
}

const textOf = (notice: Notice): { title: string; body: string } =>
  notice.kind === 'decisions'
    ? { title: words.decisions({ count: notice.count }), body: words.decisionsBody }
    : { title: words.signedOut, body: words.signedOutBody };
