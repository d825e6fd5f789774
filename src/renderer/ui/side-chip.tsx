import { IconCloud, IconDeviceLaptop } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import type { Side } from './compared-value.tsx';
import css from './side-chip.module.css';
import { words } from './words.ts';

const icons = { yours: IconDeviceLaptop, server: IconCloud } as const;

/** The small tag that says whose value it is. */
export function SideChip({ side }: { readonly side: Side }): ReactElement {
  const Icon = icons[side];
  return (
    <span data-chip className={classes(css.chip, css[side])}>
      <Icon size={12} stroke={2} aria-hidden />
      {words[side]}
    </span>
  );
}
