/** The screens of the desk. */
export type Screen = 'key-accounts' | 'decisions' | 'sync' | 'marketplace' | 'settings';
