import { IconCheck } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import { classes } from './classes.ts';
import css from './tick.module.css';

/** The box of a row that is ticked with the pointer; the row itself says whether it is selected. */
export const Tick = memo(function Tick({
  isOn,
  className,
}: {
  readonly isOn: boolean;
  readonly className?: string | undefined;
}): ReactElement {
  return (
    <span
      data-tick={isOn ? 'on' : 'off'}
      aria-hidden
      className={classes(css.tick, isOn && css.ticked, className)}
    >
      {isOn && <IconCheck size={12} stroke={3} />}
    </span>
  );
});
