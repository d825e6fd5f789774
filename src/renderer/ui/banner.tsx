import { Button } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import css from './banner.module.css';
import { words } from './words.ts';

/** A button of a banner. */
export type BannerAction = { readonly label: string; readonly run: () => void };

/** A strip across a pane: an icon, what is so, what is kept, and the ways on, of which the first is the main one. */
export function Banner(props: {
  readonly icon: ReactNode;
  readonly lead: string;
  readonly text: string;
  readonly actions: readonly BannerAction[];
}): ReactElement {
  return (
    <section className={css.banner} aria-label={words.notice}>
      {props.icon}
      <p className={css.text}>
        <strong>{props.lead}</strong> {props.text}
      </p>
      <div className={css.actions}>
        {props.actions.map(({ label, run }, place) => (
          <Button key={label} size="xs" variant={place === 0 ? 'default' : 'subtle'} onClick={run}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
