import { valueOf, type Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { listAttempts } from '../../../src/main/database/attempts.ts';
import type { HttpRequest, Transport } from '../../../src/main/ports.ts';
import { editThereAgain } from './edits.ts';
import { choose } from './dice.ts';
import type { Walk } from './walk.ts';

/** Something that people do while a request of a laptop is on its way. */
export type Meanwhile = (walk: Walk, index: number) => void | Promise<void>;

const MEANWHILE = 0.12;
const AFTER_LOSS = 0.4;
const SAME_TICK = 0.3;

/** A line to the service that loses requests and answers, keeps requests for later, and lets people act meanwhile. */
export const hostileLine =
  (meanwhile: Meanwhile) =>
  (walk: Walk, index: number): Transport =>
  async (url, request) => {
    const what = `d${String(index)} ${request.method} ${url.split('/').at(-1)?.slice(0, 30) ?? ''}`;
    const real = () => (isWrite(request) ? write(walk, index, { url, request }) : send(url, request));
    if (!walk.isHostile) return real();
    const mayAct = async (when: string, chance = MEANWHILE) => {
      if (!walk.isDeep && walk.dice.chance(chance))
        await walk.within(`${when} ${what}`, () => meanwhile(walk, index));
    };
    await mayAct('before');
    if (walk.dice.chance(SAME_TICK)) await editThereAgain(walk);
    const response = await meetFault(walk, { what, mayBeLate: isWrite(request), real }).catch(
      async (error: unknown) => {
        // What is typed now meets a write of unknown outcome.
        if (isWrite(request)) await mayAct('after the loss of', AFTER_LOSS);
        throw error;
      },
    );
    walk.say(`${what}: ${String(response.status)}`);
    await mayAct('before the answer of');
    return response;
  };

const isWrite = ({ method }: HttpRequest): boolean => method === 'PUT' || method === 'POST';

/** What a laptop gives up reaches the service all the same. */
const send = (url: string, request: HttpRequest): Promise<Response> =>
  fetch(url, { ...request, signal: new AbortController().signal });

type Request = {
  readonly what: string;
  readonly mayBeLate: boolean;
  readonly real: () => Promise<Response>;
};

function meetFault(walk: Walk, { what, mayBeLate, real }: Request): Promise<Response> {
  const cut = (how: string) => {
    walk.say(`${what}: ${how}`);
    return Promise.reject<Response>(new TypeError('fetch failed'));
  };
  const loseAnswer = async () => {
    await (await real()).text();
    return cut('answer lost');
  };
  const keepForLater = () => {
    walk.late.push(async () => (await real()).text());
    return cut('lands late');
  };
  const fate = choose(walk.dice, [
    [0.08, () => cut('request lost')],
    [0.08, loseAnswer],
    [mayBeLate ? 0.04 : 0, keepForLater],
    [1, real],
  ]);
  return fate();
}

/** Lets a write reach the service, and sees to it that it overwrites nothing that nobody at the laptop knew. */
async function write(
  walk: Walk,
  index: number,
  { url, request }: { url: string; request: HttpRequest },
): Promise<Response> {
  const { ground } = walk;
  const { id, attributes, isForced } = ground.readWrite(request);
  const before = await ground.stored(id);
  const known = knownOf(walk, index, id);
  const response = await send(url, request);
  await walk.noteStored(id);
  if (!response.ok || !before || isForced) return response;
  for (const field of ground.fields.filter((name) => name in attributes)) {
    const [was, sent] = [valueOf(before, field), valueOf(attributes, field)];
    if (String(was) === String(sent) || known.some((values) => String(values[field]) === String(was)))
      continue;
    if (!walk.ledger.isKnown({ index, id, field }, was))
      walk.problems.push(`d${String(index)} overwrote ${field}=${String(was)} unseen with ${String(sent)}`);
  }
  return response;
}

/** The versions of a record that a laptop has, or has sent. */
function knownOf({ laptops, ground }: Walk, index: number, id: RecordId): Values[] {
  const laptop = laptops[index];
  if (!laptop) return [];
  const base = laptop.read(id)?.base?.values;
  const sent = listAttempts(laptop.device.db, ground.resource, id).map(({ payload }) => payload);
  return base ? [base, ...sent] : sent;
}
