import { Button } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import css from './banner.module.css';

/** A strip across a pane: an icon, what is so, what is kept, one button. */
export function Banner(props: {
  readonly icon: ReactNode;
  readonly lead: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void };
}): ReactElement {
  return (
    <section className={css.banner} aria-label="Notice">
      {props.icon}
      <p className={css.text}>
        <strong>{props.lead}</strong> {props.text}
      </p>
      <Button size="xs" onClick={props.action.run}>
        {props.action.label}
      </Button>
    </section>
  );
}
