import { z } from 'zod';

/** A text of a record: far above what a person types, far below what would make a whole page unreadable. */
export const Text = z.string().max(10_000);
