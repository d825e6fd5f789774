import { expect, test } from 'vitest';
import { Account } from '../../../src/service/marketplace-accounts/account.ts';
import { sampleAccount } from '../../../src/service/sample/sample-accounts.ts';
import { SAMPLE_TIME } from '../../../src/service/sample/sample-people.ts';
import { startMarketplace } from './marketplace-client.ts';

const make = (index: number, seed = 7): Account => sampleAccount({ seed, index, now: SAMPLE_TIME }).account;

const MANY = Array.from({ length: 3000 }, (_, index) => make(index));

test('the same seed and place make the same account, however many others there are', async () => {
  const few = await (await startMarketplace({ accounts: 20 })).marketplace.all();
  const more = await (await startMarketplace({ accounts: 40 })).marketplace.all();
  const known = new Map(more.map((account) => [account.id, account]));
  expect(few.map(({ id }) => known.get(id))).toEqual(few);
  expect([few.length, more.length]).toEqual([20, 40]);
});

test('a seed keeps making the accounts it always made', () => {
  expect(make(0)).toMatchInlineSnapshot(`
    {
      "address": {
        "addressLine1": "Plot 7, MIDC",
        "addressLine2": null,
        "city": "Mumbai",
        "country": "IN",
        "postCode": "400001",
        "state": "Maharashtra",
      },
      "audit": {
        "activated": null,
        "created": {
          "at": "2024-01-31T13:38:56.787Z",
          "by": {
            "id": "USR-2545-9419",
            "name": "Conceição de la Peña",
          },
        },
        "disabled": null,
        "enabled": null,
        "updated": {
          "at": "2024-01-31T13:38:56.787Z",
          "by": {
            "id": "USR-2545-9419",
            "name": "Conceição de la Peña",
          },
        },
      },
      "description": null,
      "externalId": null,
      "externalName": null,
      "groups": [
        {
          "description": "Manages administrative tasks and resources within an organization.",
          "id": "UGR-7145-8161",
          "isDefault": true,
          "logo": "/static/groups/administrators.png",
          "name": "Administrators",
        },
        {
          "description": "May order.",
          "id": "UGR-7145-8162",
          "isDefault": false,
          "logo": null,
          "name": "Buyers",
        },
      ],
      "href": "/v1/accounts/accounts/ACC-7145-8161",
      "icon": "/static/accounts/ACC-7145-8161/logo.png",
      "id": "ACC-7145-8161",
      "logo": "/static/accounts/ACC-7145-8161/logo.png",
      "name": "Ganga Textiles Pvt. Ltd.",
      "revision": 1,
      "serviceLevel": "DSC",
      "status": "Enabled",
      "technicalSupportEmail": null,
      "type": "Operations",
      "website": "https://www.account-0.example",
    }
  `);
});

test('another seed makes other accounts', () => {
  expect(make(0, 8).id).not.toBe(make(0).id);
  expect(make(0, 8).audit).not.toEqual(make(0).audit);
});

test('no two accounts share an id, and ids are as the contract has them', () => {
  expect(new Set(MANY.map(({ id }) => id)).size).toBe(MANY.length);
  for (const account of MANY) {
    Account.parse(account);
    expect(account.id).toMatch(/^ACC-\d{4}-\d{4}$/);
    expect(account.href).toBe(`/v1/accounts/accounts/${account.id}`);
  }
});

test('every type has every status that it can come to, and no other', () => {
  const seen = [...new Set(MANY.map(({ type, status }) => `${type} ${status}`))].sort();
  expect(seen).toEqual([
    'Client Active',
    'Client Disabled',
    'Client Enabled',
    'Operations Enabled',
    'Vendor Active',
    'Vendor Disabled',
  ]);
  for (const { type, status, externalId } of MANY)
    if (type === 'Client' && status === 'Active') expect(externalId).not.toBeNull();
});

test('service levels are those of the contract, one that it does not name, and none', () => {
  const levels = new Set(MANY.map(({ serviceLevel }) => serviceLevel));
  expect(levels).toEqual(new Set(['Essential', 'Elite', 'DSC', 'Express', null]));
});

test.each([
  ['Latin letters with accents', /[À-ž]/],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hangul', /\p{Script=Hangul}/u],
])('some names and some addresses have %s', (_case, pattern) => {
  expect(MANY.some(({ name }) => pattern.test(name))).toBe(true);
  expect(MANY.some(({ address }) => pattern.test(`${address.city ?? ''} ${address.state ?? ''}`))).toBe(true);
});

test('every field that may be empty is now and then', () => {
  for (const name of [
    ...(['description', 'externalId', 'externalName', 'serviceLevel', 'icon', 'logo', 'website'] as const),
    'technicalSupportEmail' as const,
  ]) {
    expect(MANY.map((account) => account[name])).toContain(null);
    expect(MANY.some((account) => account[name] !== null)).toBe(true);
  }
  for (const part of ['addressLine1', 'addressLine2', 'postCode', 'city', 'state'] as const)
    expect(MANY.map(({ address }) => address[part])).toContain(null);
  expect(MANY.map(({ description }) => description)).toContain('');
  expect(new Set(MANY.map(({ groups }) => groups.length))).toEqual(new Set([0, 1, 2, 3]));
});

test('the audit is in order: made first, updated last, nothing in the future', () => {
  for (const { audit, status } of MANY) {
    const { created, updated, activated, enabled, disabled } = audit;
    const others = [activated, enabled, disabled].flatMap((one) => (one ? [one.at] : []));
    for (const time of others) expect(created.at < time && time <= updated.at).toBe(true);
    expect(Date.parse(updated.at)).toBeLessThanOrEqual(SAMPLE_TIME);
    if (status === 'Disabled') expect(disabled?.at ?? '').not.toBe('');
    if (enabled) expect(disabled).not.toBeNull();
  }
});

test('web and mail addresses are under domains that are reserved for examples', () => {
  const addresses = MANY.flatMap(({ website, technicalSupportEmail }) => [
    website ?? 'https://www.account-0.example',
    technicalSupportEmail ?? 'support@account-0.example',
  ]);
  expect(addresses.every((one) => /^(?:https:\/\/www\.|support@)account-\d+\.example$/.test(one))).toBe(true);
});

test('no sample account is in the future of a computer whose calendar is behind', async () => {
  const now = Date.parse('2020-01-01T00:00:00Z');
  const { marketplace } = await startMarketplace({ clock: { now: () => now } });
  const accounts = await marketplace.all();
  expect(accounts.every(({ audit }) => Date.parse(audit.updated.at) <= now)).toBe(true);
});
