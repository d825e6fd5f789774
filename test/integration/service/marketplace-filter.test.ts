import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '../../../src/service/marketplace-accounts/account.ts';
import { startService } from '../../../src/service/start-service.ts';
import type { RunningService } from '../../../src/service/start-service.ts';
import { MarketplaceClient, idsOf, problemOf } from './marketplace-client.ts';
import { ServiceClient, TOKEN } from './service-client.ts';

// Nothing here is written, so one service is enough for all.
let service: RunningService;
let marketplace: MarketplaceClient;
let all: readonly Account[];

beforeAll(async () => {
  service = await startService({ tokens: [TOKEN], accounts: 90, seed: 7 });
  marketplace = new MarketplaceClient(new ServiceClient(service.address));
  all = await marketplace.all();
});
afterAll(() => service.close());

type Fits = (account: Account) => boolean;

const after2025: Fits = ({ audit }) => Date.parse(audit.updated.at) >= Date.parse('2025-06-01T00:00:00Z');

test.each<[string, Fits]>([
  ['eq(status,Active)', ({ status }) => status === 'Active'],
  ['status=Active', ({ status }) => status === 'Active'],
  ['status="Active"', ({ status }) => status === 'Active'],
  ['eq(status,%41ctive)', ({ status }) => status === 'Active'],
  ['ne(type,Client)', ({ type }) => type !== 'Client'],
  ['ne(serviceLevel,DSC)', ({ serviceLevel }) => serviceLevel !== 'DSC'],
  ['eq(serviceLevel,Express)', ({ serviceLevel }) => serviceLevel === 'Express'],
  ['eq(externalId,null())', ({ externalId }) => externalId === null],
  ['ne(externalId,null())', ({ externalId }) => externalId !== null],
  ['description=""', ({ description }) => description === ''],
  ['eq(name,North%E2%80%93South%20Freight%2C%20Inc.)', ({ name }) => name === 'North–South Freight, Inc.'],
  ['eq(address.country,JP)', ({ address }) => address.country === 'JP'],
  ['eq(address.city,K%C3%B6ln)', ({ address }) => address.city === 'Köln'],
  ['in(address.country,(DE,FR,"PL"))', ({ address }) => /^(?:DE|FR|PL)$/.test(address.country ?? '')],
  ['in(serviceLevel,(null(),Elite))', ({ serviceLevel }) => [null, 'Elite'].includes(serviceLevel)],
  ['gt(revision,4)', ({ revision }) => revision > 4],
  ['ge(revision,4)', ({ revision }) => revision >= 4],
  ['lt(revision,4)', ({ revision }) => revision < 4],
  ['le(revision,4)', ({ revision }) => revision <= 4],
  ['revision=4', ({ revision }) => revision === 4],
  ['ge(audit.updated.at,2025-06-01T00:00:00Z)', after2025],
  ['ge(audit.updated.at,"2025-06-01T02:00:00+02:00")', after2025],
  ['lt(audit.updated.at,2025-06-01T00:00:00.000Z)', (account) => !after2025(account)],
  ['ne(audit.disabled.at,null())', ({ audit }) => audit.disabled !== null],
  ['gt(audit.enabled.at,2000-01-01T00:00:00Z)', ({ audit }) => audit.enabled !== null],
  ['like(name,*GmbH*)', ({ name }) => name.includes('GmbH')],
  ['like(name,%22M%C3%BCller%20%26%20*%22)', ({ name }) => name.startsWith('Müller & ')],
  ['ilike(address.city,*%C3%89TIENNE)', ({ address }) => /étienne$/i.test(address.city ?? '')],
  ['ilike(name,*industries)', ({ name }) => /industries$/i.test(name)],
  ['like(website,"https://www.*.example")', ({ website }) => website !== null],
  ['type=Client&status=Active', ({ type, status }) => type === 'Client' && status === 'Active'],
  ['and(type=Client,eq(status,Active))', ({ type, status }) => type === 'Client' && status === 'Active'],
  ['or(eq(type,Vendor),status=Disabled)', ({ type, status }) => type === 'Vendor' || status === 'Disabled'],
  ['not(in(type,(Client,Vendor)))', ({ type }) => type === 'Operations'],
  ['not(like(serviceLevel,E*))', ({ serviceLevel }) => !/^E/.test(serviceLevel ?? '')],
  [
    'or(and(type=Client,not(status=Active)),and(type=Vendor,le(revision,3)))',
    ({ type, status, revision }) =>
      (type === 'Client' && status !== 'Active') || (type === 'Vendor' && revision <= 3),
  ],
  ['eq(audit.created.by.name,null())', () => false],
  ['like(name,*nowhere*)', () => false],
])('%s', async (filter, fits) => {
  const expected = all.filter(fits).map(({ id }) => id);
  expect(idsOf(await marketplace.list(`?limit=100&${filter}&order=id`))).toEqual(expected);
  expect(expected.length).toBeLessThan(all.length);
});

const at = (place: number, sentence: string): string =>
  `Character ${String(place)} of the query: ${sentence}`;

test.each([
  ['colour=red', at(1, 'no such field to filter by; fields are named like status or address.city.')],
  ['eq(colour,red)', at(4, 'no such field to filter by; fields are named like status or address.city.')],
  [
    'limit=3&eq(address,x)',
    at(12, 'no such field to filter by; fields are named like status or address.city.'),
  ],
  [
    'same(name,x)',
    at(1, 'no such operator; there are eq, ne, gt, ge, lt, le, like, ilike, in, and, or, not.'),
  ],
  ['name', at(5, 'a field is followed by = and a value.')],
  ['name=', at(6, 'a value is expected here; an empty text is written "".')],
  ['eq(name,)', at(9, 'a value is expected here; an empty text is written "".')],
  ['eq(name)', at(8, 'a "," is expected here.')],
  ['eq(name,a,b)', at(10, 'a ")" is expected here.')],
  ['eq(name,a', at(10, 'a ")" is expected here.')],
  ['eq(name,a)b', at(11, 'the filter should have ended here.')],
  ['name=ge=a', at(8, 'a value with this mark in it is written in quotation marks.')],
  ['eq(name,"a', at(9, 'this quotation mark is never closed; inside it, & is written %26.')],
  ['eq(name,"a&b")', at(9, 'this quotation mark is never closed; inside it, & is written %26.')],
  ['gt(revision,many)', at(13, 'a whole number is expected here.')],
  ['eq(revision,1.5)', at(13, 'a whole number is expected here.')],
  ['ge(audit.updated.at,yesterday)', at(21, 'a moment like 2026-11-20T08:00:00Z is expected here.')],
  ['ge(audit.updated.at,2026-11-20)', at(21, 'a moment like 2026-11-20T08:00:00Z is expected here.')],
  ['like(revision,1*)', at(6, 'only a field that is a text can be compared by like.')],
  ['ilike(audit.updated.at,2026*)', at(7, 'only a field that is a text can be compared by like.')],
  ['gt(name,null())', at(9, 'null() can only be asked for by eq, ne and in.')],
  ['in(type,Client)', at(9, 'a "(" is expected here.')],
  ['in(type,())', at(10, 'a value is expected here; an empty text is written "".')],
  ['not(type=Client,type=Vendor)', at(16, 'a ")" is expected here.')],
  ['and()', at(5, 'a field or an operator is expected here.')],
  ['%FF=x', at(1, 'what is percent-encoded here is no text.')],
  ['na%6De=x', at(1, 'no such field to filter by; fields are named like status or address.city.')],
  ['l%69mit=3', at(1, 'no such field to filter by; fields are named like status or address.city.')],
])('refuses %s and says where', async (filter, sentence) => {
  const answer = await marketplace.list(`?${filter}`);
  expect([answer.status, problemOf(answer)['detail']]).toEqual([400, sentence]);
});

test.each([
  ['a filter that is too deep', `${'not('.repeat(9)}type=Client${')'.repeat(9)}`, /8 brackets deep at most/],
  ['too many values', `in(name,(${Array(101).fill('a').join(',')}))`, /100 values at most/],
  ['a filter that is too long', `name=${'a'.repeat(1996)}`, /2000 characters at most/],
  [
    'many that are too long together',
    Array(40)
      .fill(`name=${'a'.repeat(60)}`)
      .join('&'),
    /2000 characters/,
  ],
])('refuses %s', async (_case, filter, sentence) => {
  const answer = await marketplace.list(`?${filter}`);
  expect([answer.status, problemOf(answer)['detail']]).toEqual([400, expect.stringMatching(sentence)]);
});

test.each([
  ['as deep as may be', `${'not('.repeat(8)}type=Client${')'.repeat(8)}`],
  ['with as many values as may be', `in(type,(${Array(99).fill('a').join(',')},Client))`],
  ['with as many comparisons as fit', `or(${Array(270).fill('id=a').join(',')},type=Client)`],
])('reads a filter %s', async (_case, filter) => {
  const clients = all.filter(({ type }) => type === 'Client').map(({ id }) => id);
  expect(idsOf(await marketplace.list(`?limit=100&${filter}`))).toEqual(clients);
});

test('a moment is the same moment in whichever zone it is written', async () => {
  const { id, audit } = all[0] ?? (await marketplace.find(() => true));
  const later = new Date(Date.parse(audit.updated.at) + 5_400_000).toISOString().replace('Z', '+01:30');
  expect(idsOf(await marketplace.list(`?eq(audit.updated.at,${later})`))).toEqual([id]);
});

test('a refusal does not repeat what a person looked for', async () => {
  const answer = await marketplace.list('?eq(revision,Stark)&name=Becker&like(Miller,x)');
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).not.toMatch(/Stark|Becker|Miller/);
});

test('what means something to SQL is a letter like others', async () => {
  const answer = await marketplace.list("?name=a';--");
  expect([answer.status, idsOf(answer)]).toEqual([200, []]);
});
