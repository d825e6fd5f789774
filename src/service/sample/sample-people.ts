import type { Attributes } from '../key-accounts/key-account.ts';
import { LATIN_NAMES, OTHER_NAMES } from './sample-names.ts';
import { SeededRandom } from './seeded-random.ts';

/** A made-up Key Account. Times are ISO 8601. */
export type SamplePerson = {
  readonly id: string;
  readonly attributes: Attributes;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** The moment that sample people live in, milliseconds since 1970: fixed, so that a seed always makes the same. */
export const SAMPLE_TIME = Date.UTC(2026, 10, 15);

const DAY_MS = 86_400_000;
const LONGEST_AGO_DAYS = 6 * 365;
const LAST_EDIT_DAYS = 3;

// RFC 2606 keeps these domains free, so that no sample person is a real one.
const DOMAINS = [
  'north.example',
  'field-office.example',
  'mail.example.org',
  'example.com',
  'österreich.example',
] as const;

// The first whole number that a computer's numbers do not tell from its neighbour.
const BEYOND_EXACT = 2n ** 53n;

const inSeconds = (milliseconds: number): string =>
  new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');

// Letters that Unicode does not take apart into a base and an accent.
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  þ: 'th',
  ı: 'i',
};

/** What is left of a name in the letters a to z. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[łøđßæþı]/g, (letter) => WHOLE_LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/[^a-z]/g, '');

function mayBeMissing<Value>(random: SeededRandom, percent: number, value: Value): Value | null {
  return random.happens(percent) ? null : value;
}

function makeEmail(random: SeededRandom, index: number, names: readonly string[]): string | null {
  const words = names.map(plain).filter((word) => word !== '');
  const local = words.length === 0 ? 'person' : words.join('.').slice(0, 40);
  const address = `${local}.${String(index)}@${random.pick(DOMAINS)}`;
  if (random.happens(4)) return '';
  return mayBeMissing(random, 6, random.happens(5) ? address.toUpperCase() : address);
}

/** A GUID as the two documents have them: a number, a UUID, or a number too long for a computer's numbers. */
function makeRemoteId(random: SeededRandom, index: number): string | null {
  const kind = random.below(100);
  // The index keeps numbers apart, what is below it keeps them from looking counted.
  const scattered = index * 1000 + random.below(1000) + 1;
  if (kind < 5) return null;
  if (kind < 45) return String(scattered);
  if (kind < 50) return String(BEYOND_EXACT + BigInt(scattered));
  return random.uuid();
}

/** The day and its ISO 8601 week, as the downloads are named. */
function nameDownload(milliseconds: number): string {
  const day = new Date(milliseconds);
  // A week belongs to the year that its Thursday is in.
  const thursday = new Date(milliseconds + (3 - ((day.getUTCDay() + 6) % 7)) * DAY_MS);
  const weeks =
    Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY_MS)) + 1;
  return `${day.toISOString().slice(0, 10)} week ${String(weeks).padStart(2, '0')}`;
}

/** Makes the person of an index: the same for the same seed, however many others are made. */
export function samplePerson(seed: number, index: number): SamplePerson {
  const random = new SeededRandom(seed, index);
  const id = random.uuid();
  const names = random.pick(random.happens(75) ? LATIN_NAMES : OTHER_NAMES);
  const first = random.pick(names.first);
  const last = random.pick(names.last);
  const span = LONGEST_AGO_DAYS * DAY_MS;
  const created = SAMPLE_TIME - LAST_EDIT_DAYS * DAY_MS - random.below(span);
  const sinceCreated = SAMPLE_TIME - LAST_EDIT_DAYS * DAY_MS - created;
  const updated = created + (random.happens(40) ? 0 : random.below(sinceCreated + 1));
  return {
    id,
    attributes: {
      email: makeEmail(random, index, [first, last]),
      first_name: mayBeMissing(random, 3, random.happens(2) ? '' : first),
      last_name: mayBeMissing(random, 3, last),
      last_download: mayBeMissing(random, 30, nameDownload(created + random.below(sinceCreated + 1))),
      primary: random.pick([true, false, false, null]),
      remote_id: makeRemoteId(random, index),
    },
    createdAt: inSeconds(created),
    updatedAt: inSeconds(updated),
  };
}
