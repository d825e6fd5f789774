import { countText } from './times.ts';

/** The question. */
export const accountTitle = 'Is this token of the same account?';

const records = (count: number): string => (count === 1 ? '1 record' : `${countText(count)} records`);

const changes = (count: number): string =>
  count === 1 ? '1 unsent change' : `${countText(count)} unsent changes`;

/** Why it is asked, and what is here. */
export function accountText(recordCount: number, unsent: number): string {
  const work = unsent === 0 ? '' : ` and ${changes(unsent)}`;
  const here =
    recordCount === 0 && unsent === 0
      ? 'records of this service that cannot be read right now'
      : `${records(recordCount)} of this service${work} already`;
  return `This laptop has ${here}. The service does not say whose a token is. Nothing was changed yet.`;
}

type Named = { readonly label: string; readonly means: string };

/** The two answers, and what each does to the changes that were not sent. */
export function accountChoices(unsent: number): { readonly same: Named; readonly another: Named } {
  const isOne = unsent === 1;
  const sent = unsent === 0 ? '' : ` Your ${changes(unsent)} ${isOne ? 'is' : 'are'} sent with this token.`;
  const waits =
    unsent === 0
      ? ' The records of the first account stay here for it.'
      : ` The ${changes(unsent)} ${isOne ? 'stays' : 'stay'} here and ${isOne ? 'waits' : 'wait'} for the first account.`;
  return {
    same: { label: 'Same account', means: `Go on with these records.${sent}` },
    another: { label: 'Another account', means: `It gets a copy of its own.${waits}` },
  };
}
