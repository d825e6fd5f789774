import type { Account, Happening, KeptAccount } from '../marketplace-accounts/account.ts';
import { LATIN_NAMES } from './sample-names.ts';
import { PLACES } from './sample-places.ts';
import type { Place } from './sample-places.ts';
import { SeededRandom } from './seeded-random.ts';

/** Which account, and the moment that it lives in, milliseconds since 1970. */
export type SamplePlace = { readonly seed: number; readonly index: number; readonly now: number };

const DAY_MS = 86_400_000;
const LONGEST_AGO_DAYS = 4 * 365;

const SERVICE_LEVELS = ['Essential', 'Essential', 'Elite', 'DSC', 'Express', null] as const;
const DESCRIPTIONS = ['Our company account', 'Moved in spring; the old address is void.', '', null] as const;
const LEGAL_SUFFIXES = ['', '', '', ' West', ' 2', ' International'] as const;

const GROUPS = [
  ['Administrators', 'Manages administrative tasks and resources within an organization.'],
  ['Buyers', 'May order.'],
  ['Field staff', null],
  ['Buchhaltung', 'Rechnungen und Mahnungen'],
] as const;

// Without a factor in common with the number of ids, so that no two places make the same one.
const STRIDE = 61_803_399;
const IDS = 100_000_000;

const hyphened = (prefix: string, number: number): string => {
  const digits = String(number).padStart(8, '0');
  return `${prefix}-${digits.slice(0, 4)}-${digits.slice(4)}`;
};

function makeHappening(random: SeededRandom, at: number): Happening {
  const { first, last } = random.pick(LATIN_NAMES);
  const name = `${random.pick(first)} ${random.pick(last)}`;
  return { at: new Date(at).toISOString(), by: { id: hyphened('USR', random.below(IDS)), name } };
}

function makeAddress(random: SeededRandom, { country, streets, towns }: Place): Account['address'] {
  const [city, postCode, state] = random.pick(towns);
  if (random.happens(6)) {
    return { addressLine1: null, addressLine2: null, postCode: null, city: null, state: null, country };
  }
  const addressLine2 = random.pick(['Apt 4B', null, null, ''] as const);
  return { addressLine1: random.pick(streets), addressLine2, postCode, city, state, country };
}

function makeGroups(random: SeededRandom, id: string): Account['groups'] {
  const count = random.below(GROUPS.length);
  return GROUPS.slice(0, count).map(([name, description], index) => ({
    id: hyphened('UGR', (Number(id.replaceAll(/\D/g, '')) + index) % IDS),
    name,
    description,
    logo: random.happens(20) ? `/static/groups/${name.toLowerCase().replaceAll(' ', '-')}.png` : null,
    isDefault: index === 0,
  }));
}

const newestOf = (happenings: readonly [Happening, ...(Happening | null)[]]): Happening =>
  happenings.reduce<Happening>((newest, one) => (one && one.at > newest.at ? one : newest), happenings[0]);

type Course = Pick<Account, 'type' | 'status'> & Pick<KeptAccount, 'before'>;

/** A type, and a status that an account of the type can have come to. */
function makeCourse(random: SeededRandom, hasExternalId: boolean): Course {
  const type = random.pick(['Client', 'Client', 'Client', 'Vendor', 'Operations'] as const);
  if (type === 'Operations') return { type, status: 'Enabled', before: null };
  const isActive = type === 'Vendor' || (hasExternalId && random.happens(60));
  const status = isActive ? 'Active' : 'Enabled';
  return random.happens(15) ? { type, status: 'Disabled', before: status } : { type, status, before: null };
}

function makeAudit(random: SeededRandom, { type, status, before }: Course, now: number): Account['audit'] {
  const made = now - DAY_MS - random.below(LONGEST_AGO_DAYS) * DAY_MS - random.below(DAY_MS);
  const created = makeHappening(random, made);
  // Each step is taken some time after the one before, and the last one is the newest update.
  const later = (share: number): Happening => makeHappening(random, made + Math.floor((now - made) * share));
  const activated = status === 'Active' || before === 'Active' ? later(0.25) : null;
  const wasDisabled = type !== 'Operations' && random.happens(10);
  const enabled = wasDisabled ? later(0.5) : null;
  const disabled = status === 'Disabled' ? later(0.75) : wasDisabled ? later(0.375) : null;
  const edited = random.happens(50) ? later(0.875) : undefined;
  return {
    created,
    updated: edited ?? newestOf([created, activated, disabled, enabled]),
    disabled,
    enabled,
    activated,
  };
}

/** Makes the account of a place: the same for the same seed, however many others are made. */
export function sampleAccount({ seed, index, now }: SamplePlace): Omit<KeptAccount, 'team'> {
  const random = new SeededRandom(seed, index);
  const offset = new SeededRandom(seed, 0).below(IDS);
  const id = hyphened('ACC', (offset + index * STRIDE) % IDS);
  const place = random.pick(PLACES);
  const name = `${random.pick(place.companies)}${random.pick(LEGAL_SUFFIXES)}`;
  const externalId = random.happens(70) ? `WW-${String(1_000_000 + index)}` : null;
  const course = makeCourse(random, externalId !== null);
  const audit = makeAudit(random, course, now);
  const domain = `account-${String(index)}.example`;
  const logo = random.happens(50) ? `/static/accounts/${id}/logo.png` : null;
  const account: Account = {
    id,
    href: `/v1/accounts/accounts/${id}`,
    revision: audit.updated === audit.created ? 1 : 2 + random.below(8),
    type: course.type,
    status: course.status,
    externalName: externalId === null ? null : name,
    name,
    description: random.pick(DESCRIPTIONS),
    externalId,
    serviceLevel: random.pick(SERVICE_LEVELS),
    address: makeAddress(random, place),
    icon: logo,
    logo,
    website: random.happens(60) ? `https://www.${domain}` : null,
    technicalSupportEmail: random.happens(60) ? `support@${domain}` : null,
    groups: makeGroups(random, id),
    audit,
  };
  return { account, before: course.before };
}
