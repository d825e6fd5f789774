import { app, Menu, type MenuItemConstructorOptions } from 'electron/main';
import { wordsOf } from '#shared/language/language.ts';
import { commandKeys, viewCommands, type Command, type CommandState } from '#shared/model/command.ts';

const words = wordsOf('menu');
const commandWords = wordsOf('commands');

/** What the menu asks for: a command of the window, and whether this is a build for developers. */
export type MenuOptions = {
  readonly send: (command: Command) => void;
  readonly devTools: boolean;
};

/** The native menu; what the window cannot do now is greyed out. */
export type AppMenu = {
  readonly show: (state: CommandState) => void;
  /** Builds it again, in the language that is set. */
  readonly translate: () => void;
};

type Item = MenuItemConstructorOptions;

const LINE: Item = { type: 'separator' };
const isMac = process.platform === 'darwin';

/** Commands that are on or off. */
const switches: readonly Command[] = [
  'work-offline',
  'density-compact',
  'density-standard',
  'density-comfortable',
  'colours-system',
  'colours-light',
  'colours-dark',
];

/** Builds the native menu and sets it; every command shows its accelerator. */
export function setMenu(options: MenuOptions): AppMenu {
  let state: CommandState = { enabled: [], checked: [] };
  let menu = build(options);
  const show = (shown: CommandState): void => {
    state = shown;
    for (const command of Object.keys(commandWords) as Command[]) {
      const item = menu.getMenuItemById(command);
      if (!item) continue;
      item.enabled = state.enabled.includes(command);
      item.checked = state.checked.includes(command);
    }
  };
  show(state);
  return {
    show,
    translate: () => {
      menu = build(options);
      show(state);
    },
  };
}

function build(options: MenuOptions): ReturnType<typeof Menu.buildFromTemplate> {
  const menu = Menu.buildFromTemplate(template(options));
  Menu.setApplicationMenu(menu);
  return menu;
}

function template({ send, devTools }: MenuOptions): Item[] {
  const items: Items = (...commands) =>
    commands.map((one) => (typeof one === 'string' ? commandItem(one, send) : one));
  const settings = commandItem('go-settings', send);
  return [
    ...(isMac ? [{ label: app.name, submenu: macMenu(settings) }] : []),
    {
      label: words.file,
      submenu: [
        ...items('new-record', 'save-record', LINE, 'import', 'export', 'export-selected'),
        ...items('export-vcard', LINE, 'print-record', 'print-list', LINE, 'back-up', 'restore-back-up'),
        ...items('remove-data', LINE, ...(isMac ? [] : [settings, LINE])),
        isMac
          ? { role: 'close', label: words.close }
          : { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        ...items('undo', 'redo', LINE),
        ...textItems(),
        ...items(LINE, 'select-all', 'clear-selection', 'edit-selected', LINE, 'find'),
      ],
    },
    { label: words.record, submenu: recordItems(items) },
    { label: words.view, submenu: viewItems(items, devTools) },
    { label: words.sync, submenu: syncItems(items) },
    { role: 'window', label: words.window, submenu: windowItems() },
    {
      label: words.help,
      role: 'help',
      submenu: [
        ...items('show-keys', LINE, 'save-diagnostics', 'show-data-folder', LINE, 'check-updates'),
        ...(isMac ? [] : [LINE, { role: 'about', label: words.about } as const]),
      ],
    },
  ];
}

function commandItem(id: Command, send: MenuOptions['send']): Item {
  const accelerator = commandKeys[id];
  return {
    id,
    label: commandWords[id],
    enabled: false,
    ...(switches.includes(id) && { type: 'checkbox' as const }),
    ...(accelerator !== undefined && { accelerator }),
    click: () => {
      send(id);
    },
  };
}

type Items = (...commands: (Command | Item)[]) => Item[];

const recordItems = (items: Items): Item[] => [
  ...items('open-record', 'previous-record', 'next-record', 'close-record', LINE),
  ...items('show-history', 'copy-email', 'copy-guid', LINE, 'try-again', 'discard-mine'),
];

const syncItems = (items: Items): Item[] => [
  ...items('sync-now', 'work-offline', LINE, 'test-connection', 'replace-token', LINE),
  ...items('save-decision-log', LINE, 'colleague-edit', 'remove-sample'),
];

function viewItems(items: Items, devTools: boolean): Item[] {
  return [
    ...items('go-key-accounts', 'go-decisions', 'go-sync', 'go-marketplace', LINE, 'palette', LINE),
    ...items('save-view', 'clear-filters'),
    { label: words.savedViews, submenu: items(...viewCommands) },
    LINE,
    ...items('columns', 'reset-columns', LINE),
    ...items('density-compact', 'density-standard', 'density-comfortable', LINE),
    ...items('colours-system', 'colours-light', 'colours-dark', LINE),
    ...items('change-language', LINE),
    ...items('zoom-reset', 'zoom-in', 'zoom-out', LINE),
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(devTools ? [LINE, { role: 'toggleDevTools', label: words.devTools } as const] : []),
  ];
}

const textItems = (): Item[] => [
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { role: 'pasteAndMatchStyle', label: words.pastePlain },
  { role: 'delete', label: words.delete },
];

const windowItems = (): Item[] => [
  { role: 'minimize', label: words.minimise },
  ...(isMac
    ? [{ role: 'zoom', label: words.zoom } as const, LINE, { role: 'front', label: words.front } as const]
    : [{ role: 'close', label: words.close } as const]),
];

const macMenu = (settings: Item): Item[] => [
  { role: 'about', label: words.about },
  LINE,
  settings,
  LINE,
  { role: 'services', label: words.services },
  LINE,
  { role: 'hide', label: words.hide },
  { role: 'hideOthers', label: words.hideOthers },
  { role: 'unhide', label: words.unhide },
  LINE,
  { role: 'quit', label: words.quit },
];
