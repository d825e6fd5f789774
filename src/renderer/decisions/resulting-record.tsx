import { IconCircleDashed } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Decision } from '#shared/model/decision.ts';
import { classes } from '../ui/classes.ts';
import { fieldLabel, isEmpty, valueText } from '../ui/field-text.ts';
import { longTime } from '../ui/times.ts';
import { resultLines, type ResultLine } from './answers.ts';
import css from './decisions.module.css';
import { ChoiceChip } from './field-line.tsx';
import { words } from './words.ts';

const LEFT = ['first_name', 'last_name', 'email', 'primary'];
const RIGHT = ['remote_id', 'last_download'];

/** The record as it will be, with the fields that are still open marked. */
export function ResultingRecord({ decision }: { readonly decision: Decision }): ReactElement {
  return (
    <section className={css.result} aria-label={words.result}>
      <p className={css.resultTitle}>
        <strong>{words.result}</strong> {words.resultHint}
      </p>
      <div className={css.columns}>
        <dl>
          {resultLines(decision, LEFT).map((line) => (
            <Line key={line.field} line={line} />
          ))}
        </dl>
        <dl>
          {resultLines(decision, RIGHT).map((line) => (
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
  const isReference = field === 'remote_id';
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
