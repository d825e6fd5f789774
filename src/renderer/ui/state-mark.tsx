import {
  IconAlertTriangleFilled,
  IconCircleArrowUpFilled,
  IconCloudCheck,
  IconCloudX,
  IconDirectionSignFilled,
} from '@tabler/icons-react';
import { memo, type ComponentType, type ReactElement } from 'react';
import { classes } from './classes.ts';
import { wordsOf } from '#shared/language/language.ts';
import type { StateKind } from '#shared/model/state-kind.ts';
import css from './state-mark.module.css';

type IconProps = { readonly size: number; readonly stroke: number; readonly 'aria-hidden': true };

const stateWords = wordsOf('stateWords');
const stateTitles = wordsOf('stateTitles');

const icons: Readonly<Record<StateKind, ComponentType<IconProps>>> = {
  waiting: IconCircleArrowUpFilled,
  decision: IconDirectionSignFilled,
  attention: IconAlertTriangleFilled,
  gone: IconCloudX,
  'on-server': IconCloudCheck,
};

/** The icon of a state, in its colour unless it is plain. */
export function StateIcon(props: { readonly kind: StateKind; readonly plain?: boolean }): ReactElement {
  const Icon = icons[props.kind];
  return (
    <span className={classes(css.icon, props.plain !== true && css[props.kind])}>
      <Icon size={14} stroke={1.75} aria-hidden />
    </span>
  );
}

/** The mark of a row: icon and word, nothing for what is simply on the server. */
export const RowMark = memo(function RowMark({ kind }: { readonly kind: StateKind }): ReactElement | null {
  if (kind === 'on-server') return null;
  return (
    <span className={classes(css.row, css[`${kind}-text`])}>
      <StateIcon kind={kind} />
      {stateWords[kind]}
    </span>
  );
});

/** The tinted chip in the head of a record. */
export function StateChip({ kind }: { readonly kind: StateKind }): ReactElement {
  return (
    <span data-chip className={classes(css.chip, css[`${kind}-chip`])}>
      <StateIcon kind={kind} />
      {stateTitles[kind]}
    </span>
  );
}
