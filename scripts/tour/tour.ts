import type { ServiceClient } from '../../test/support/service-client.ts';
import { Checks } from './checks.ts';
import { Hands } from './hands.ts';
import { walkMarketplace } from './marketplace.ts';
import { walkOtherScreens } from './other-screens.ts';
import { Pictures, picturesFolder } from './pictures.ts';
import { onStage, type Stage, type StageService } from './stage.ts';

type Person = Awaited<ReturnType<ServiceClient['list']>>[number];
type People = { readonly disjoint: Person; readonly overlapping: Person; readonly alone: Person };
type Tour = {
  readonly hands: Hands;
  readonly pictures: Pictures;
  readonly checks: Checks;
  readonly service: StageService;
};

const newcomer = {
  'First name': 'Tarō',
  'Last name': 'Ōkubo-Lindström',
  'E-mail': 'taro.okubo@hokkai.example',
};

const checks = new Checks();
await onStage((stage) => walk(stage));
console.log(`\n${String(checks.made)} checks, ${String(checks.wrong)} wrong; pictures in ${picturesFolder}`);
process.exitCode = checks.wrong === 0 ? 0 : 1;

async function walk({ app, page, service }: Stage): Promise<void> {
  const tour: Tour = { hands: new Hands(page), pictures: new Pictures(app, page), checks, service };
  await tour.pictures.resize(1280, 800);
  await firstSync(tour);
  const people = await choosePeople(service);
  await search(tour, people);
  const made = await editOffline(tour, people);
  await colleaguesEdit(tour, people);
  await reconnect(tour, people, made);
  await decide(tour, people);
  await lookAround(tour);
  await walkMarketplace(tour);
  await walkOtherScreens({ app, ...tour });
  checks.equal('at least 8 pictures were taken', tour.pictures.taken >= 8, true);
}

async function firstSync({ hands, pictures, service }: Tour): Promise<void> {
  await hands.page.getByRole('heading', { name: 'Connect to your service' }).waitFor();
  await pictures.take('first-run');
  await hands.connect(service.address, service.token);
  await hands.waitForStatus((status) => status.allSaved);
  const status = await hands.status();
  const people = status.byResource['key_accounts']?.total;
  checks.equal('the first sync brought every Key Account', people, await service.client.count());
  await hands.search('');
  await hands.openRecord(1);
  await pictures.take('list');
}

/** Three people with an e-mail of their own, by which the search finds them. */
async function choosePeople(service: StageService): Promise<People> {
  const people = (await service.client.list(500)).filter(
    ({ attributes }) =>
      /^[a-z]+\.[a-z]+\.\d+@/.test(String(attributes['email'])) && attributes['last_name'] !== null,
  );
  const [disjoint, overlapping, alone] = people;
  if (!disjoint || !overlapping || !alone) throw new Error('The sample has too few people with an e-mail.');
  return { disjoint, overlapping, alone };
}

async function search({ hands, pictures }: Tour, { disjoint }: People): Promise<void> {
  await hands.search('goncalves conc');
  await hands.openRecord(1);
  const name = `${await hands.value('First name')} ${await hands.value('Last name')}`;
  checks.equal('a search without accents finds accented names', name, 'Conceição Gonçalves');
  await hands.closeRecord();
  await hands.search('gonc');
  await pictures.take('search');
  await hands.search(String(disjoint.attributes['email']));
  checks.equal('a search for an e-mail finds one person', await hands.rowCount(), 1);
  await hands.page.keyboard.press('Control+K');
  await hands.page.keyboard.type('sync');
  await hands.page.getByRole('option', { name: /^Sync now/u }).waitFor();
  await pictures.take('palette');
  await hands.page.keyboard.press('Escape');
  await hands.search('nobody has this name');
  await pictures.take('no-result');
  await hands.search('');
}

async function editOffline({ hands, pictures, service }: Tour, people: People): Promise<Person['id']> {
  await service.stop();
  await hands.find(people.disjoint).then(() => hands.type('First name', 'Maryanna'));
  await hands.find(people.overlapping).then(() => hands.type('Last name', 'Becker-Løvås'));
  await hands.find(people.alone).then(() => hands.type('Last download', '2026-11-20 week 47'));
  const id = await hands.makeRecord(newcomer);
  const { counts } = await hands.status();
  checks.equal('three edits and one new record wait with the service stopped', counts.waiting, 4);
  await hands.syncNow();
  await hands.waitForStatus(({ connection }) => connection === 'no-connection');
  await hands.search('');
  await pictures.take('offline');
  await hands.go('Sync centre');
  await hands.page.getByText('Becker-Løvås').first().waitFor();
  await pictures.takeEverySize('sync-centre');
  await hands.go('Key Accounts');
  return id;
}

/** Colleagues work at the service meanwhile, where this laptop does not see them. */
async function colleaguesEdit({ service }: Tour, { disjoint, overlapping }: People): Promise<void> {
  await service.elsewhere(async (client) => {
    await client.put(disjoint.id, { last_name: 'Nygård-Hauge' });
    await client.put(overlapping.id, { last_name: 'Becker-Office', primary: true });
  });
}

async function reconnect(tour: Tour, people: People, made: Person['id']): Promise<void> {
  const { hands, service } = tour;
  await service.start();
  await hands.syncNow();
  await hands.waitForStatus(
    ({ counts, progress }) => counts.waiting === 0 && !progress && counts.decisions === 1,
  );
  const { client } = service;
  const { first_name, last_name } = await client.get(people.disjoint.id);
  const both = { first_name: 'Maryanna', last_name: 'Nygård-Hauge' };
  checks.equal('edits of different fields were merged on the server', { first_name, last_name }, both);
  const alone = await client.get(people.alone.id);
  checks.equal('an edit that nobody met is on the server', alone['last_download'], '2026-11-20 week 47');
  const taro = await client.get(made);
  checks.equal('the new record is on the server under its own id', taro['email'], newcomer['E-mail']);
  checks.equal('it was made once', await client.count(), service.records + 1);
  const untouched = await client.get(people.overlapping.id);
  checks.equal('the colleague’s overlapping edit stands', untouched['last_name'], 'Becker-Office');
}

async function decide({ hands, pictures, service }: Tour, { overlapping }: People): Promise<void> {
  await hands.go('Decisions');
  await hands.page.getByRole('article', { name: 'Last name' }).waitFor();
  await hands.closeNotice();
  await pictures.takeEverySize('decision');
  // By the keyboard alone: 1 is the choice on the left, Ctrl+Enter saves.
  await hands.page.keyboard.press('1');
  await hands.page
    .getByText('0 fields left')
    .or(hands.page.getByText('All fields decided'))
    .first()
    .waitFor();
  await pictures.take('decided');
  await hands.page.keyboard.press('Control+Enter');
  await hands.syncNow();
  await hands.waitForStatus((status) => status.allSaved);
  const { last_name, primary } = await service.client.get(overlapping.id);
  const result = { last_name: 'Becker-Løvås', primary: true };
  checks.equal(
    'the decision is on the server, beside the colleague’s other field',
    { last_name, primary },
    result,
  );
  await pictures.take('nothing-to-decide');
}

async function lookAround({ hands, pictures }: Tour): Promise<void> {
  await hands.go('Key Accounts');
  await hands.closeNotice();
  await hands.search('taro.okubo');
  await hands.openRecord(1);
  await hands.page.getByRole('tab', { name: 'History' }).click();
  await pictures.take('history');
  await hands.page.getByRole('tab', { name: 'Record' }).click();
  await hands.search('');
  await pictures.takeEverySize('record');
  await hands.go('Settings');
  await pictures.takeEverySize('settings');
  const status = await hands.status();
  checks.equal('in the end everything is saved to the server', status.allSaved, true);
}
