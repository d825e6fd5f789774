import { keyAccountFields } from '#shared/resources/key-accounts.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { AskedValue } from '#shared/model/selection.ts';

/** The name of a field that can be edited. */
export type FieldName = keyof typeof keyAccountFields;

/** The fields that can be edited, in the order of the record. */
export const fieldNames = Object.keys(keyAccountFields) as FieldName[];

/** What a flag can become. */
export type FlagChoice = 'yes' | 'no' | 'empty';

/** What a person has chosen in the dialog so far. */
export type BulkForm = {
  readonly field: FieldName;
  /** Whether a text gets a value or is emptied. */
  readonly how: 'set' | 'empty';
  readonly text: string;
  readonly flag: FlagChoice;
};

const firstForm: BulkForm = { field: 'primary', how: 'set', text: '', flag: 'yes' };

/** What the dialog begins with: the field that was asked for and what was typed for it, if anything. */
export function formOf(asked: AskedValue | undefined): BulkForm {
  const field = fieldNames.find((name) => name === asked?.field);
  return asked && field ? { ...firstForm, field, text: asked.text } : firstForm;
}

/** Whether the field of the form is Yes, No or not set. */
export const isFlag = ({ field }: BulkForm): boolean => keyAccountFields[field] === 'flag';

const flags: Readonly<Record<FlagChoice, FieldValue>> = { yes: true, no: false, empty: null };

/** The value that a form stands for; `undefined` while there is none. */
export function valueOf(form: BulkForm): FieldValue | undefined {
  if (isFlag(form)) return flags[form.flag];
  if (form.how === 'empty') return null;
  return form.text === '' ? undefined : form.text;
}
