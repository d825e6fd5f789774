import type { Point } from './row-menu.tsx';
import { rowElementId } from './virtual-grid.tsx';

/** How far in a menu opens that a key asked for, in CSS pixels. */
const MENU_INDENT = 40;

/** Opens the menu of a row beneath its beginning, where the keyboard asks for it. */
export const menuBeside =
  (onMenu: (index: number, point: Point) => void) =>
  (index: number): void => {
    const box = document.getElementById(rowElementId(index))?.getBoundingClientRect();
    if (box) onMenu(index, { x: box.left + MENU_INDENT, y: box.bottom });
  };
