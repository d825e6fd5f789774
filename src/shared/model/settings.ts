import { z } from 'zod';
import { LANGUAGES } from '../language/language.ts';
import { Columns, defaultColumns } from './columns.ts';
import type { ServiceTraits } from './service-traits.ts';

/** What a person may set; times in minutes. */
export const Settings = z.strictObject({
  colours: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'standard', 'comfortable']),
  showKeyHints: z.boolean(),
  /** Whether a key alone, without Ctrl or Alt, is a command: not for those who speak to the app. */
  singleKeys: z.boolean(),
  intervalMinutes: z.int().min(1).max(240),
  /** The language of the words; the system's where it is one of the app's. */
  language: z.enum(['system', ...LANGUAGES]),
  /** Whether the system says what needs the person while they are elsewhere. */
  notifies: z.boolean(),
  columns: Columns,
});
export type Settings = z.infer<typeof Settings>;

/** Settings as an earlier version of the app may have saved them. */
export const SavedSettings = Settings.extend({
  language: Settings.shape.language.default('system'),
  notifies: Settings.shape.notifies.default(false),
  singleKeys: Settings.shape.singleKeys.default(true),
  // Columns that another version knows are no reason to forget everything else.
  columns: Columns.default(defaultColumns).catch(defaultColumns),
});

/** The settings of a new installation. */
export const defaultSettings: Settings = {
  colours: 'system',
  density: 'standard',
  showKeyHints: true,
  singleKeys: true,
  intervalMinutes: 5,
  language: 'system',
  notifies: false,
  columns: defaultColumns,
};

/** Some of the settings, to be changed. */
export const SettingsChange = Settings.partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** Where the sign-in token is: encrypted by the system's keyring, in memory until the app closes, or nowhere. */
export type TokenStorage = 'keyring' | 'memory' | 'none';

/** The connection as its settings show it: never the token itself. */
export type ConnectionSettings = {
  readonly address: string;
  readonly tokenStorage: TokenStorage;
  /** Whether the system offers a keyring at all. */
  readonly hasKeyring: boolean;
  readonly tokenSavedAt: string | undefined;
};

/** What a person enters to connect; without a token the saved one stands. */
export const ConnectionInput = z.strictObject({
  address: z.string().trim().max(2000),
  token: z.string().trim().max(4000).optional(),
  /** Whose token it is, where this laptop has records of that address with another one. */
  account: z.enum(['same', 'another']).optional(),
});
export type ConnectionInput = z.infer<typeof ConnectionInput>;

/** The outcome of a test of the connection that succeeded; `took` is in milliseconds. */
export type ConnectionTest = {
  readonly took: number;
  readonly total: number | undefined;
  readonly traits: ServiceTraits;
};
