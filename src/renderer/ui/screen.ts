/** The screens that are a list of records. */
export type ListScreen = 'key-accounts' | 'marketplace';

/** The screens of the desk. */
export type Screen = ListScreen | 'decisions' | 'sync' | 'settings';
