import type { FieldValue, Values } from '#shared/model/field.ts';

const asText = (value: FieldValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const firstOther = (options: readonly string[], current: string): string | null =>
  options.find((option) => option !== current) ?? null;

// A double name, or the single one again: what somebody would type who knows the person.
const marriedName = (name: string): string =>
  name.includes('-') ? name.slice(0, name.indexOf('-')) : `${name === '' ? 'Winter' : name}-Berger`;

const nameInAddress = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '') || 'office';

const edits = {
  last_name: ({ last_name }) => marriedName(asText(last_name)),
  email: ({ first_name, email }) => {
    const name = nameInAddress(asText(first_name));
    return firstOther([`${name}@example.org`, `${name}.new@example.org`], asText(email));
  },
  first_name: ({ first_name }) => firstOther(['Alexandra', 'Jonas'], asText(first_name)),
  primary: ({ primary }) => primary !== true,
  remote_id: ({ remote_id }) => firstOther(['40817', '40818'], asText(remote_id)),
  last_download: ({ last_download }) => firstOther(['2026-01-15', '2026-02-01'], asText(last_download)),
} as const satisfies Readonly<Record<string, (values: Values) => FieldValue>>;

/** The name of a field that somebody could plausibly edit. */
export type PlausibleField = keyof typeof edits;

/** The fields that somebody could plausibly edit, the most likely first. */
export const plausibleFields = [
  'last_name',
  'email',
  'first_name',
  'primary',
  'remote_id',
  'last_download',
] as const;

/** Whether there is a plausible edit of a field. */
export const isPlausible = (field: string): field is PlausibleField => Object.hasOwn(edits, field);

/** Another plausible value for one field of a record: never the one it has. */
export const anotherValue = (field: string, values: Values): FieldValue =>
  isPlausible(field) ? edits[field](values) : null;
