import type { z } from 'zod';

/** Describes answers of one media type: for what a response is, and the schema it is checked against. */
export const describedAs =
  <Type extends string>(type: Type) =>
  <Schema extends z.ZodType>(
    description: string,
    schema: Schema,
  ): { description: string; content: Record<Type, { schema: Schema }> } => ({
    description,
    content: { [type]: { schema } } as Record<Type, { schema: Schema }>,
  });
