import { IconCircleDashed } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Decision } from '#shared/model/decision.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { classes } from '../ui/classes.ts';
import { fieldLabel, isEmpty, valueText } from '../ui/field-text.ts';
import { longTime } from '../ui/times.ts';
import { resultLines, type ResultLine } from './answers.ts';
import css from './decisions.module.css';
import { ChoiceChip } from './field-line.tsx';
import { words } from './words.ts';

/** The fields of a record as they stand side by side. */
const sides: Readonly<Record<string, readonly [left: readonly string[], right: readonly string[]]>> = {
  [keyAccounts.name]: [
    ['first_name', 'last_name', 'email', 'primary'],
    ['remote_id', 'last_download'],
  ],
  [marketplaceAccounts.name]: [
    ['name', 'status', 'serviceLevel', 'externalId', 'description', 'website', 'technicalSupportEmail'],
    ['addressLine1', 'addressLine2', 'postCode', 'city', 'state', 'country'],
  ],
};

/** The record as it will be, with the fields that are still open marked. */
export function ResultingRecord({ decision }: { readonly decision: Decision }): ReactElement {
  const [left, right] = sides[resourceOf(decision.id).name] ?? [[], []];
  return (
    <section className={css.result} aria-label={words.result}>
      <p className={css.resultTitle}>
        <strong>{words.result}</strong> {words.resultHint}
      </p>
      <div className={css.columns}>
        <dl>
          {resultLines(decision, left).map((line) => (
            <Line key={line.field} line={line} />
          ))}
        </dl>
        <dl>
          {resultLines(decision, right).map((line) => (
            <Line key={line.field} line={line} />
          ))}
          <Plain name={words.created} text={longTime(decision.createdAt)} />
          <Plain name={words.updated} text={longTime(decision.updatedAt)} />
        </dl>
      </div>
    </section>
  );
}

function Line({ line }: { readonly line: ResultLine }): ReactElement {
  const { field, value, from } = line;
  const isReference = field === 'remote_id' || field === 'externalId';
  return (
    <div className={css.resultRow}>
      <dt className={css.resultName}>{fieldLabel(field)}</dt>
      <dd className={css.resultValue}>
        {from === 'open' ? (
          <span className={css.open}>
            <IconCircleDashed size={14} stroke={1.75} aria-hidden />
            {words.notDecided}
          </span>
        ) : (
          <span
            className={classes(
              'ellipsis',
              isReference && 'mono',
              isEmpty(value) && css.faint,
              from !== undefined && css.decided,
            )}
            dir="auto"
            title={valueText(field, value)}
          >
            {valueText(field, value)}
          </span>
        )}
        {from !== undefined && from !== 'open' && <ChoiceChip choice={{ side: from }} />}
      </dd>
    </div>
  );
}

function Plain(props: { readonly name: string; readonly text: string }): ReactElement {
  return (
    <div className={css.resultRow}>
      <dt className={css.resultName}>{props.name}</dt>
      <dd className={classes(css.resultValue, 'tabular')}>{props.text}</dd>
    </div>
  );
}
