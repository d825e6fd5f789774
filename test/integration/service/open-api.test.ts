import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ACCOUNTS, MarketplaceClient } from './marketplace-client.ts';
import { LIST, MODES_TO_TEST, start } from './service-client.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() }).loose()).default([]),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});

const Description = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

const RECORD = `${LIST}/{id}`;
const ACCOUNT = `${ACCOUNTS}/{id}`;

describe.each(MODES_TO_TEST)('the description of the service in %s mode', (mode) => {
  test('is valid OpenAPI 3.1 and needs no token', async () => {
    const { address } = await start({ mode });
    const response = await fetch(`${address}/openapi.json`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const description = (await response.json()) as Record<string, unknown>;
    expect(description['openapi']).toBe('3.1.0');
    expect(await new Validator().validate(description)).toEqual({ valid: true });
  });

  test('has every request of the contract, each under a name of its own', async () => {
    const { client } = await start({ mode });
    const { paths } = Description.parse((await client.send('GET', '/openapi.json')).body);
    const methods = Object.entries(paths).map(([path, operations]) => [path, Object.keys(operations).sort()]);
    expect(Object.fromEntries(methods)).toEqual({
      [LIST]: ['get', 'post'],
      [RECORD]: ['delete', 'get', 'patch', 'put'],
      [ACCOUNTS]: ['get'],
      [ACCOUNT]: ['get', 'put'],
      [`${ACCOUNT}/activate`]: ['post'],
      [`${ACCOUNT}/deactivate`]: ['post'],
      [`${ACCOUNT}/enable`]: ['post'],
      [`${ACCOUNT}/disable`]: ['post'],
    });
    const names = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(13);
  });

  test('names the parameters of the list that this mode understands', async () => {
    const { client } = await start({ mode });
    const { paths } = Description.parse((await client.send('GET', '/openapi.json')).body);
    const names = paths[LIST]?.['get']?.parameters.map(({ name }) => name);
    expect(names).toEqual([
      ...['page', 'per_page', 'sort', 'filter[updated_at]'],
      ...(mode === 'modern' ? ['filter[since]'] : []),
    ]);
  });

  test('names the parameters of the list of Marketplace Accounts', async () => {
    const { client } = await start({ mode });
    const { paths } = Description.parse((await client.send('GET', '/openapi.json')).body);
    const names = paths[ACCOUNTS]?.['get']?.parameters.map(({ name }) => name);
    expect(names).toEqual(['limit', 'offset', 'order', 'select']);
  });
});

test('the answers of the service are as it describes them', async () => {
  const { client } = await start({ records: 30, accounts: 30 });
  const { paths } = Description.parse((await client.send('GET', '/openapi.json')).body);
  const schemaOf = (path: string, method: string, status: string): z.ZodType => {
    const [media] = Object.values(paths[path]?.[method]?.responses[status]?.content ?? {});
    return z.fromJSONSchema((media as { schema: Record<string, unknown> }).schema);
  };
  const made = await client.post({ first_name: 'Anna' });
  schemaOf(LIST, 'post', '201').parse(made.body);
  schemaOf(LIST, 'get', '200').parse((await client.list()).body);
  schemaOf(RECORD, 'put', '4XX').parse((await client.put('no-uuid', {})).body);
  const marketplace = new MarketplaceClient(client);
  schemaOf(ACCOUNTS, 'get', '200').parse((await marketplace.list('?select=audit')).body);
  schemaOf(ACCOUNTS, 'get', '4XX').parse((await marketplace.list('?colour=red&limit=x')).body);
  const { id } = await marketplace.find(({ type }) => type === 'Vendor');
  schemaOf(ACCOUNT, 'get', '200').parse((await marketplace.get(id)).body);
  schemaOf(ACCOUNT, 'put', '4XX').parse((await marketplace.put(id, {}, { 'if-match': '"0"' })).body);
  schemaOf(`${ACCOUNT}/activate`, 'post', '4XX').parse((await marketplace.act(id, 'activate')).body);
});
