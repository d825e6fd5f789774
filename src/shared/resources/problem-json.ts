import { z } from 'zod';
import type { ServerSentence } from '../service-failure.ts';

const Problem = z.looseObject({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  status: z.number(),
  current: z.unknown().optional(),
  errors: z
    .array(z.looseObject({ detail: z.string().optional(), pointer: z.string().optional() }))
    .max(100)
    .optional(),
});

/**
 * Reads problem details (RFC 9457): their sentences with the attribute each is about, by the last part of its pointer,
 * and the object that a refused write met, where it is carried.
 */
export function readProblem(body: unknown): {
  readonly sentences: readonly ServerSentence[];
  readonly current: unknown;
} {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return { sentences: [], current: undefined };
  const { title, detail, errors = [], current } = parsed.data;
  const sentence = detail ?? title ?? 'The service gave no reason.';
  const sentences = errors.map((error) => {
    const field = error.pointer?.split('/').at(-1);
    return {
      sentence: error.detail ?? sentence,
      ...(field !== undefined && field !== '' && { field }),
    };
  });
  return { sentences: sentences.length > 0 ? sentences : [{ sentence }], current };
}
