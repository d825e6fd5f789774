import { contextBridge, ipcRenderer } from 'electron/renderer';
import { calls } from '#shared/ipc/contract.ts';
import { events } from '#shared/ipc/events.ts';
import { channelOf } from '#shared/ipc/define.ts';

const mapValues = (object: object, map: (key: string) => unknown): object =>
  Object.fromEntries(Object.keys(object).map((key) => [key, map(key)]));

const bridge = mapValues(calls, (domain) =>
  mapValues(calls[domain as keyof typeof calls], (method) => {
    const channel = channelOf(domain, method);
    return (input: unknown) => ipcRenderer.invoke(channel, input);
  }),
);

const on = (name: keyof typeof events, listen: (payload: unknown) => void): (() => void) => {
  if (!Object.hasOwn(events, name)) throw new Error(`There is no notice named ${name}.`);
  // Important! The page gets the payload, never the event: that carries the sender.
  const forward = (_event: unknown, payload: unknown): void => {
    listen(payload);
  };
  ipcRenderer.on(name, forward);
  return () => {
    ipcRenderer.off(name, forward);
  };
};

contextBridge.exposeInMainWorld('api', Object.freeze({ ...bridge, on }));
