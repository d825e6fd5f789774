import { IconX } from '@tabler/icons-react';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { countText } from '../times.ts';
import css from './filter-bar.module.css';

type ChipProps = ComponentPropsWithRef<'button'> & {
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number | undefined;
  readonly isOn: boolean;
};

/** A filter: grey until it is on, then with a cross that says how to take it off. */
export function FilterChip({ icon, label, count, isOn, className, ...rest }: ChipProps): ReactElement {
  return (
    <button
      type="button"
      aria-label={count === undefined ? label : `${label} ${countText(count)}`}
      {...rest}
      {...(isOn && { 'data-on': true })}
      className={classes('plain', css.chip, isOn && css.on, className)}
    >
      {icon}
      <span className={css.label}>{label}</span>{' '}
      {isOn ? (
        <IconX size={12} stroke={2} aria-hidden />
      ) : (
        count !== undefined && <span className={css.count}>{countText(count)}</span>
      )}
    </button>
  );
}
