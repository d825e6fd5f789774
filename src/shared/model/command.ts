import { z } from 'zod';

/** What the native menu asks the window to do. */
export const Command = z.enum([
  'new-record',
  'find',
  'undo',
  'go-key-accounts',
  'go-decisions',
  'go-settings',
  'show-keys',
]);
export type Command = z.infer<typeof Command>;
