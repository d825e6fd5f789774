/** How the values of a field compare: texts letter by letter, numbers and moments by their size. */
export type FieldKind = 'text' | 'number' | 'moment';

const PARTS_OF_ADDRESS = ['addressLine1', 'addressLine2', 'postCode', 'city', 'state', 'country'];
const HAPPENINGS = ['created', 'updated', 'disabled', 'enabled', 'activated'];

const TEXTS = [
  ...['id', 'type', 'status', 'name', 'description', 'externalId', 'externalName', 'serviceLevel'],
  ...['icon', 'logo', 'website', 'technicalSupportEmail'],
  ...PARTS_OF_ADDRESS.map((part) => `address.${part}`),
  ...HAPPENINGS.flatMap((happening) => [`audit.${happening}.by.id`, `audit.${happening}.by.name`]),
];

const KINDS: ReadonlyMap<string, FieldKind> = new Map<string, FieldKind>([
  ...TEXTS.map((name) => [name, 'text'] as const),
  ...HAPPENINGS.map((happening) => [`audit.${happening}.at`, 'moment'] as const),
  ['revision', 'number'],
]);

/** A field that accounts can be filtered and ordered by: only `readField` makes one. */
export type Field = { readonly path: string; readonly kind: FieldKind };

/** Reads the name of a field, its parts after dots; `undefined` when accounts cannot be filtered by it. */
export function readField(path: string): Field | undefined {
  const kind = KINDS.get(path);
  return kind && { path, kind };
}
