import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIST, resourceOf, start } from './service-client.ts';
import type { ServiceClient } from './service-client.ts';

/** Makes a record whose SSO GUID is written into the JSON to the letter. */
async function echo(client: ServiceClient, written: string): Promise<number | string | null> {
  const body = `{"data":{"type":"key_accounts","attributes":{"remote_id" : ${written} , "first_name":"x"}}}`;
  const { id } = resourceOf(await client.send('POST', LIST, { body }));
  return resourceOf(await client.get(id)).attributes.remote_id;
}

test.each([
  ['88', 88],
  ['0', 0],
  ['-5', -5],
  ['"88"', 88],
  ['9007199254740991', 9_007_199_254_740_991],
  ['9007199254740992', '9007199254740992'],
  ['9007199254740993', '9007199254740993'],
  ['"9007199254740993"', '9007199254740993'],
  ['-9007199254740993', '-9007199254740993'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  ['"0088"', '0088'],
  ['"+88"', '+88'],
  ['" 88"', ' 88'],
  ['"1e3"', '1e3'],
  ['"-0"', '-0'],
  ['1.5', '1.5'],
  ['"B163530F-7372-4E7E-A5E4-AE4C4B3A2A11"', 'B163530F-7372-4E7E-A5E4-AE4C4B3A2A11'],
  ['""', ''],
  ['null', null],
])('modern: an SSO GUID sent as %s comes back as %j', async (written, expected) => {
  const { client } = await start();
  expect(await echo(client, written)).toBe(expected);
});

test.each([
  ['88', '88'],
  ['"88"', '88'],
  ['9007199254740993', '9007199254740993'],
  ['null', null],
])('origin: an SSO GUID sent as %s comes back as %j, never as a number', async (written, expected) => {
  const { client } = await start({ mode: 'origin' });
  expect(await echo(client, written)).toBe(expected);
});

test('any whole number and any text keep every digit and letter', async () => {
  const { client } = await start();
  const anyNumber = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(anyNumber, { maxLength: 3 }), async (numbers) => {
      for (const number of numbers) {
        const { id } = resourceOf(
          await client.send('POST', LIST, {
            body: `{"data":{"attributes":{"remote_id":${String(number)}}}}`,
          }),
        );
        expect(String(resourceOf(await client.get(id)).attributes.remote_id)).toBe(String(number));
        await client.remove(id);
      }
    }),
    { numRuns: 30 },
  );
  const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const made = await client.make({ remote_id: text, first_name: text });
      expect(String(made.attributes.remote_id)).toBe(text);
      expect(made.attributes.first_name).toBe(text);
      await client.remove(made.id);
    }),
    { numRuns: 30 },
  );
});

test('a text that looks like a long GUID inside JSON is left as it is', async () => {
  const { client } = await start();
  const first_name = '","remote_id": 12345678901234567890, "x":"';
  expect((await client.make({ first_name })).attributes.first_name).toBe(first_name);
});
