import { RecordId } from '#shared/model/ids.ts';
import { keyAccountFields } from '#shared/resources/key-accounts.ts';
import { fold, placeOf, wordOf, type Attributes } from './ledger.ts';
import { OTHERS_TOKEN, type Laptop } from './laptop.ts';
import { TEAM, type Asked, type Reply } from './sim-service.ts';
import type { World } from './world.ts';

/** The fields that the auditor keeps books of. */
export const FIELDS: readonly string[] = Object.keys(keyAccountFields);

/** The field that carries the mark of a record's making: nobody edits it. */
export const MARK = 'last_download';

type Body = { readonly data: { readonly attributes: Attributes } };

const attributesOf = ({ body }: Asked): Attributes =>
  body === undefined ? {} : (JSON.parse(body) as Body).data.attributes;

const isForced = (asked: Asked): boolean => 'overwrite' in attributesOf(asked);

/** A request leaves a laptop: one that ignores the token needs a person's word, and every word counts once. */
export function noteLeaving(world: World, laptop: Laptop, asked: Asked): void {
  world.count(`${asked.method} requests`);
  // I11: whoever is signed in here beside the one whose records these are has made nothing.
  if (laptop.isAway && asked.method !== 'GET')
    world.violate('cross-account', `${laptop.name} sends one account's edit as another`);
  if (asked.method === 'POST') watchAgain(world, laptop, asked);
  if (!isForced(asked)) return;
  const id = idOf(asked);
  const index = world.confirmed.findIndex((one) => one.laptop === laptop && one.id === id);
  if (index >= 0) world.confirmed.splice(index, 1);
  else world.violate('forced-unasked', `${laptop.name} overwrites ${String(id)} without a person's word`);
}

/** A record that the service had is never made again silently. */
function watchAgain(world: World, laptop: Laptop, { body }: Asked): void {
  const { id } = (JSON.parse(body ?? '') as { data: { id: string } }).data;
  if (world.watcher.everHad(laptop, id)) world.violate('made-again', `${laptop.name} makes ${id} again`);
}

const idOf = ({ url }: Asked): RecordId => RecordId.parse(new URL(url).pathname.split('/').at(-1));

/** Whose records a request is about, as its sign-in token says. */
const teamOf = ({ headers }: Asked): string =>
  headers['authorization'] === `Bearer ${OTHERS_TOKEN}` ? 'others' : TEAM;

/** Lets the service see a request; what it changes is noted, and held against what the laptop's person knew. */
export function carryOut(world: World, laptop: Laptop | undefined, asked: Asked): Reply {
  const { service } = world;
  if (asked.method === 'GET')
    return noteGone(world, laptop, { asked, reply: service.answer(asked, teamOf(asked)) });
  const before = asked.method === 'PUT' ? service.peek(idOf(asked)) : undefined;
  const reply = service.answer(asked, teamOf(asked));
  if (reply.status < 300) noteWrite(world, laptop, { asked, before, reply });
  return noteGone(world, laptop, { asked, reply });
}

type Answered = { readonly asked: Asked; readonly reply: Reply };

function noteGone(world: World, laptop: Laptop | undefined, { asked, reply }: Answered): Reply {
  if (reply.status === 404 || reply.status === 410)
    world.saidGone.add(`${laptop?.name ?? ''} ${idOf(asked)}`);
  return reply;
}

type Write = { readonly asked: Asked; readonly before: Attributes | undefined; readonly reply: Reply };

function noteWrite(world: World, laptop: Laptop | undefined, { asked, before, reply }: Write): void {
  const id = asked.method === 'PUT' ? idOf(asked) : madeId(reply);
  const after = world.service.peek(id);
  if (!after) return;
  const isNew = world.ledger.versionsOf(id).length === 0;
  world.ledger.noteVersion(id, after, world.service.seq);
  world.say(`service: ${laptop?.name ?? 'colleague'} ${asked.method} ${id} -> ${JSON.stringify(after)}`);
  if (isNew) noteMade(world, after);
  for (const [field, value] of Object.entries(laptop ? {} : after))
    world.ledger.noteTypist({ id, field }, value, 'colleague');
  if (laptop && before) judge(world, { laptop, id, asked, before, after });
}

const madeId = (reply: Reply): RecordId =>
  RecordId.parse((JSON.parse(reply.text) as { data: { id: string } }).data.id);

/** No record is made twice: the mark that it was given when a person made it is on one record of the service. */
function noteMade(world: World, after: Attributes): void {
  const { ledger } = world;
  const twins = ledger.ids.filter((id) => ledger.versionsOf(id)[0]?.attributes?.[MARK] === after[MARK]);
  const wanted = 1 + (world.remade.get(wordOf(after[MARK])) ?? 0);
  if (twins.length > wanted && !world.isRewound)
    world.violate('made-twice', `${wordOf(after[MARK])} was made as ${twins.join(' and ')}`);
}

type Written = {
  readonly laptop: Laptop;
  readonly id: RecordId;
  readonly asked: Asked;
  readonly before: Attributes;
  readonly after: Attributes;
};

/** I4: what a write replaces, the person at its laptop knew. */
function judge(world: World, { laptop, id, asked, before, after }: Written): void {
  const { ledger } = world;
  for (const field of FIELDS) {
    const [was, is] = [fold(before[field]), fold(after[field])];
    if (was === is) continue;
    const place = { index: laptop.index, id, field };
    // What goes out by force may come late, over anything: a person wanted that.
    if (isForced(asked)) ledger.excuse(place, is);
    else if (!ledger.isKnown(place, was))
      world.violate('unseen', `${placeOf(place)}: ${was} was overwritten unseen with ${is}`);
  }
}
