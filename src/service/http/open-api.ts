import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Mode } from '../mode.ts';

/** Where the description of the service is. */
export const OPEN_API_PATH = '/openapi.json';

/** Has the service describe itself, from the very schemas that it checks requests and answers with. */
export async function describe(app: FastifyInstance, mode: Mode): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Key Accounts',
        version: '2',
        description: `The reference service of Key Accounts in its ${mode.name} mode.`,
        license: { name: 'Unlicensed', identifier: 'LicenseRef-Unlicensed' },
      },
      servers: [{ url: '/' }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get(OPEN_API_PATH, { schema: { hide: true } }, () => app.swagger());
}
