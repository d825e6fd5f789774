/** What stands on the keys of a keyboard, where it is another word in another language. */
export const keyCaps = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  enter: 'Enter',
  space: 'Space',
  home: 'Home',
  end: 'End',
  pageUp: 'PgUp',
  pageDown: 'PgDn',
} as const;
