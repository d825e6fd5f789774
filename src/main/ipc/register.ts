import { ipcMain, type IpcMainInvokeEvent } from 'electron/main';
import { channelOf } from '#shared/ipc/define.ts';
import type { Log } from '../ports.ts';
import { answer } from './answer.ts';
import type { Handler, Handlers } from './handler.ts';

/** Who may call: the windows this app made, showing its own page. */
export type Trust = {
  /** The origin of the app's page. */
  readonly origin: string;
  /** The ids of the web contents of the app's windows. */
  readonly senders: ReadonlySet<number>;
};

/** What registration needs: who may call, and how a bug is named in the log. */
export type RegisterOptions = { readonly trust: Trust; readonly log: Log; readonly newId: () => string };

/** Registers every handler of the contract; a sender that is not trusted gets a rejection, everybody else a Result. */
export function registerHandlers(handlers: Handlers, { trust, log, newId }: RegisterOptions): void {
  for (const [domain, methods] of Object.entries(handlers)) {
    for (const [method, handler] of Object.entries(methods) as [string, Handler<unknown, unknown>][]) {
      const channel = channelOf(domain, method);
      ipcMain.handle(channel, (event, raw: unknown) => {
        if (!isTrusted(event, trust)) {
          log.warn('refused a call of an untrusted sender', { channel });
          throw new Error(`E_SENDER: this page may not call ${channel}.`);
        }
        return answer({ channel, handler, log, newId }, raw);
      });
    }
  }
}

function isTrusted({ senderFrame, sender }: IpcMainInvokeEvent, { origin, senders }: Trust): boolean {
  return senderFrame?.parent === null && senderFrame.origin === origin && senders.has(sender.id);
}
