import type { MenuCommands } from '../ui/list/row-menu.tsx';

/** What the menu of a row offers, in its order. */
export const menuCommands: MenuCommands = {
  ofRow: ['open-record', 'show-history', '-', 'copy-email', 'copy-guid', '-', 'try-again', 'discard-mine'],
  ofSelection: ['edit-selected', 'export-selected', 'clear-selection'],
};
