import { z } from 'zod';
import type { AppState } from '#shared/model/app-state.ts';
import type { Locale } from '#shared/language/language.ts';
import { CommandState } from '#shared/model/command.ts';
import { ZoomStep } from '#shared/model/zoom.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { Handlers } from './handler.ts';

/** What the shell does for the app's own calls. */
export type AppShell = {
  readonly state: () => Promise<AppState>;
  readonly openLink: (url: string) => Promise<Result<undefined>>;
  readonly copyText: (text: string) => Promise<void>;
  readonly dataFolder: () => string;
  readonly showDataFolder: () => void;
  readonly showCommands: (state: CommandState) => void;
  readonly canNotify: () => boolean;
  readonly zoomLevel: () => number;
  readonly zoom: (step: ZoomStep) => number;
  readonly takeLink: () => RecordId | undefined;
  readonly takeBrokenOff: () => boolean;
  readonly locale: () => Locale;
  /** Saves a text where a person says; false when they say nowhere. */
  readonly saveText: (file: { readonly name: string; readonly text: string }) => Promise<boolean>;
};

/** Answers the calls about the app itself. */
export const appHandlers = (shell: AppShell): Handlers['app'] => ({
  state: {
    input: z.undefined(),
    run: async () => succeed(await shell.state()),
  },
  openLink: {
    input: z.strictObject({ url: z.string().max(4000) }),
    run: ({ url }) => shell.openLink(url),
  },
  copyText: {
    input: z.strictObject({ text: z.string().max(1_000_000) }),
    run: async ({ text }) => {
      await shell.copyText(text);
      return succeed(undefined);
    },
  },
  dataFolder: { input: z.undefined(), run: () => succeed(shell.dataFolder()) },
  showDataFolder: {
    input: z.undefined(),
    run: () => {
      shell.showDataFolder();
      return succeed(undefined);
    },
  },
  canNotify: {
    input: z.undefined(),
    run: () => succeed(shell.canNotify()),
  },
  commands: {
    input: CommandState,
    run: (state) => {
      shell.showCommands(state);
      return succeed(undefined);
    },
  },
  zoomLevel: { input: z.undefined(), run: () => succeed(shell.zoomLevel()) },
  zoom: {
    input: z.strictObject({ step: ZoomStep }),
    run: ({ step }) => succeed(shell.zoom(step)),
  },
  takeLink: {
    input: z.undefined(),
    run: () => {
      const id = shell.takeLink();
      return succeed(id === undefined ? undefined : { id });
    },
  },
  takeBrokenOff: { input: z.undefined(), run: () => succeed(shell.takeBrokenOff()) },
  locale: { input: z.undefined(), run: () => succeed(shell.locale()) },
});
