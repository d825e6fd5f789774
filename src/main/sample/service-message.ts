import { z } from 'zod';

/** What the app tells the sample service to begin with; port 0 asks for any free one. */
export const ServiceStart = z.strictObject({
  port: z.int().min(0).max(65_535),
  token: z.string().min(16),
  file: z.string().min(1),
});
export type ServiceStart = z.infer<typeof ServiceStart>;

/** What the sample service answers once it listens. */
export const ServiceMessage = z.strictObject({
  kind: z.literal('listening'),
  port: z.int().min(1).max(65_535),
});
export type ServiceMessage = z.infer<typeof ServiceMessage>;
