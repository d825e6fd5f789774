import { z } from 'zod';
import type { ServerSentence } from '../service-failure.ts';

const ErrorObject = z.looseObject({
  code: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  source: z.looseObject({ pointer: z.string().optional() }).optional(),
  meta: z.record(z.string(), z.unknown()).optional(),
});

const ErrorDocument = z.object({ errors: z.array(ErrorObject).max(100) });

const ATTRIBUTE = /^\/data\/attributes\/([a-z_]+)$/;

/** Reads a JSON:API error document: its sentences with the attribute each is about, and the metas beside them. */
export function readSentences(body: unknown): {
  readonly sentences: readonly ServerSentence[];
  readonly metas: readonly Readonly<Record<string, unknown>>[];
} {
  const parsed = ErrorDocument.safeParse(body);
  if (!parsed.success) return { sentences: [], metas: [] };
  const sentences = parsed.data.errors.map(({ code, title, detail, source }) => {
    const field = ATTRIBUTE.exec(source?.pointer ?? '')?.[1];
    return {
      sentence: detail ?? title ?? 'The service gave no reason.',
      ...(field !== undefined && { field }),
      ...(code !== undefined && { code }),
    };
  });
  return { sentences, metas: parsed.data.errors.flatMap(({ meta }) => (meta ? [meta] : [])) };
}
