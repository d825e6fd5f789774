import { z } from 'zod';

/** Everything that a person can ask of the app by the menu, the palette or a key; the words are in the catalogue. */
export const Command = z.enum([
  'new-record',
  'import-csv',
  'export',
  'print-record',
  'print-list',
  'go-settings',
  'undo',
  'redo',
  'select-all',
  'find',
  'previous-record',
  'next-record',
  'close-record',
  'show-history',
  'copy-email',
  'copy-guid',
  'export-vcard',
  'try-again',
  'discard-mine',
  'go-key-accounts',
  'go-decisions',
  'go-sync',
  'palette',
  'density-compact',
  'density-standard',
  'density-comfortable',
  'colours-system',
  'colours-light',
  'colours-dark',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'sync-now',
  'work-offline',
  'show-keys',
  'save-diagnostics',
  'save-decision-log',
  'back-up',
  'show-data-folder',
]);
export type Command = z.infer<typeof Command>;

/** The key of a command, as Electron writes accelerators; commands that are rarely used have none. */
export const commandKeys: Partial<Readonly<Record<Command, string>>> = {
  'new-record': 'CmdOrCtrl+N',
  'print-record': 'CmdOrCtrl+P',
  'print-list': 'CmdOrCtrl+Shift+P',
  'go-settings': 'CmdOrCtrl+,',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  'select-all': 'CmdOrCtrl+A',
  find: 'CmdOrCtrl+F',
  'previous-record': 'Alt+Up',
  'next-record': 'Alt+Down',
  'show-history': 'CmdOrCtrl+Shift+H',
  'go-key-accounts': 'CmdOrCtrl+1',
  'go-decisions': 'CmdOrCtrl+2',
  'go-sync': 'CmdOrCtrl+3',
  palette: 'CmdOrCtrl+K',
  'zoom-in': 'CmdOrCtrl+Plus',
  'zoom-out': 'CmdOrCtrl+-',
  'zoom-reset': 'CmdOrCtrl+0',
  'sync-now': 'CmdOrCtrl+R',
  'work-offline': 'CmdOrCtrl+Shift+O',
  'show-keys': 'CmdOrCtrl+/',
};

/** Which commands a window can do now, and which of them are switched on. */
export const CommandState = z.strictObject({
  enabled: z.array(Command).readonly(),
  checked: z.array(Command).readonly(),
});
export type CommandState = z.infer<typeof CommandState>;
