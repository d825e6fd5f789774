import { app, Menu, type MenuItemConstructorOptions } from 'electron/main';
import type { Command } from '#shared/model/command.ts';

/** What the menu asks for: a command of the window, or something of the shell. */
export type MenuOptions = {
  readonly send: (command: Command) => void;
  readonly showDataFolder: () => void;
  readonly devTools: boolean;
};

/** The native menu; the commands that need records are enabled only while a desk is open. */
export type AppMenu = { readonly setDeskOpen: (open: boolean) => void };

type Items = MenuItemConstructorOptions[];

// Enabled only while there are records to work on.
const deskCommands: readonly Command[] = [
  'new-record',
  'find',
  'undo',
  'go-key-accounts',
  'go-decisions',
  'go-settings',
];

/** Builds the native menu and sets it; every command shows its accelerator. */
export function setMenu(options: MenuOptions): AppMenu {
  const menu = Menu.buildFromTemplate(template(options));
  Menu.setApplicationMenu(menu);
  const setDeskOpen = (open: boolean): void => {
    for (const command of deskCommands) {
      const item = menu.getMenuItemById(command);
      if (item) item.enabled = open;
    }
  };
  setDeskOpen(false);
  return { setDeskOpen };
}

function template(options: MenuOptions): Items {
  const { send } = options;
  const command = (id: Command, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => {
      send(id);
    },
  });
  const isMac = process.platform === 'darwin';
  const settings = command('go-settings', 'Settings…', 'CmdOrCtrl+,');
  return [
    ...(isMac ? [{ label: app.name, submenu: macMenu(settings) }] : []),
    {
      label: '&File',
      submenu: fileMenu(command('new-record', 'New Key Account', 'CmdOrCtrl+N'), isMac ? [] : [settings]),
    },
    {
      label: '&Edit',
      submenu: editMenu(command('undo', 'Undo', 'CmdOrCtrl+Z'), command('find', 'Find', 'CmdOrCtrl+F')),
    },
    {
      label: '&View',
      submenu: [
        command('go-key-accounts', 'Key Accounts', 'CmdOrCtrl+1'),
        command('go-decisions', 'Decisions', 'CmdOrCtrl+2'),
        { type: 'separator' },
        ...zoomMenu(options.devTools),
      ],
    },
    { role: 'windowMenu', label: '&Window' },
    {
      label: '&Help',
      role: 'help',
      submenu: helpMenu(command('show-keys', 'Keyboard Shortcuts', 'CmdOrCtrl+/'), options),
    },
  ];
}

const macMenu = (settings: MenuItemConstructorOptions): Items => [
  { role: 'about' },
  { type: 'separator' },
  settings,
  { type: 'separator' },
  { role: 'services' },
  { type: 'separator' },
  { role: 'hide' },
  { role: 'hideOthers' },
  { role: 'unhide' },
  { type: 'separator' },
  { role: 'quit' },
];

const fileMenu = (newRecord: MenuItemConstructorOptions, settings: Items): Items => [
  newRecord,
  { type: 'separator' },
  ...settings,
  ...(settings.length > 0 ? [{ type: 'separator' } as const] : []),
  process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', accelerator: 'CmdOrCtrl+Q' },
];

const editMenu = (undo: MenuItemConstructorOptions, find: MenuItemConstructorOptions): Items => [
  undo,
  { role: 'redo' },
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'delete' },
  { type: 'separator' },
  { role: 'selectAll' },
  { type: 'separator' },
  find,
];

const zoomMenu = (devTools: boolean): Items => [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { type: 'separator' },
  { role: 'togglefullscreen' },
  ...(devTools ? [{ type: 'separator' } as const, { role: 'toggleDevTools' } as const] : []),
];

const helpMenu = (keys: MenuItemConstructorOptions, { showDataFolder }: MenuOptions): Items => [
  keys,
  { type: 'separator' },
  { label: 'Show Data Folder', click: showDataFolder },
  ...(process.platform === 'darwin' ? [] : [{ type: 'separator' } as const, { role: 'about' } as const]),
];
