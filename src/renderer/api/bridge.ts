import type { Api } from '#shared/ipc/define.ts';

declare global {
  interface Window {
    readonly api: Api;
  }
}

/** The only door to the main process. */
export const bridge: Api = window.api;
