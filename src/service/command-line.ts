import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fail, succeed } from '#shared/result.ts';
import type { Result } from '#shared/result.ts';
import { MODE_NAMES } from './mode.ts';
import { readSignIn } from './teams.ts';

const wholeNumber = (most: number): z.ZodType<number> =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) <= most,
      `takes a whole number from 0 to ${String(most)}`,
    )
    .transform(Number);

const Flags = z.object({
  port: wholeNumber(65_535),
  // The sentence leaves the text out: it may be a real token with a typing error.
  token: z.array(z.string().refine((text) => readSignIn(text), 'takes a bearer token, or team:token')),
  mode: z.enum(MODE_NAMES, `takes ${MODE_NAMES.join(' or ')}`),
  db: z.string().min(1, 'takes the name of a file').exactOptional(),
  records: wholeNumber(1_000_000),
  accounts: wholeNumber(100_000),
  seed: wholeNumber(Number.MAX_SAFE_INTEGER),
});

/** What the command line asks for; no token means that the service is to make one. */
export type Command = z.infer<typeof Flags>;

/** What one may write after `npm run service --`. */
const OPTIONS = {
  port: { type: 'string', default: '4010' },
  token: { type: 'string', multiple: true, default: [] as string[] },
  mode: { type: 'string', default: 'modern' },
  db: { type: 'string' },
  records: { type: 'string', default: '0' },
  accounts: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
} as const;

/** Parses the arguments; the failure is one line for a person. */
export function readCommandLine(args: readonly string[]): Result<Command, string> {
  let values: unknown;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS }));
  } catch (error) {
    const [line = 'The arguments cannot be read.'] = (error as Error).message.split('\n');
    return fail(line);
  }
  const flags = Flags.safeParse(values);
  if (flags.success) return succeed(flags.data);
  const [issue] = flags.error.issues;
  return fail(`--${String(issue?.path[0])} ${issue?.message ?? 'is not as agreed'}.`);
}
