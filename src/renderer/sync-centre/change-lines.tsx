import { IconArrowRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Change } from '#shared/model/record.ts';
import { classes } from '../ui/classes.ts';
import { ComparedValue } from '../ui/compared-value.tsx';
import { fieldLabel, isEmpty, valueText } from '../ui/field-text.ts';
import { words as common } from '../ui/words.ts';
import css from './unsent.module.css';

/** What is sent of each field: before, and what it becomes with the difference marked. */
export function ChangeLines(props: {
  readonly changes: readonly Change[];
  /** Whether there is no value before: the record is new. */
  readonly isNew: boolean;
}): ReactElement {
  return (
    <dl className={css.changes}>
      {props.changes.map(({ field, before, after }) => (
        <div key={field} className={css.change}>
          <dt className={css.field}>{fieldLabel(field)}</dt>
          <dd className={css.values} data-selectable>
            {!props.isNew && (
              <>
                <span className={classes(css.before, isEmpty(before) && css.none)} dir="auto">
                  {valueText(field, before)}
                </span>
                <IconArrowRight size={14} stroke={1.75} role="img" aria-label={common.became} />
              </>
            )}
            <ComparedValue field={field} before={before} value={after} side="yours" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
