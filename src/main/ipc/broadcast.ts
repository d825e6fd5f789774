import { BrowserWindow } from 'electron/main';
import type { Events, Payload } from '#shared/ipc/define.ts';

/** Sends a notice of the contract to every window. */
export type Broadcast = <E extends keyof Events>(name: E, payload: Payload<Events[E]>) => void;

/** Sends a notice of the contract to every window that still has a page. */
export const broadcast: Broadcast = (name, payload) => {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (!webContents.isDestroyed()) webContents.send(name, payload);
  }
};
