import type { ReactElement, ReactNode } from 'react';
import css from './settings.module.css';

/** A section of the settings with its heading. */
export function Section(props: {
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className={css.section} data-section={props.name} tabIndex={-1} aria-label={props.title}>
      <h2 className={css.heading}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** One setting: its name and what it is for on the left, its control on the right. */
export function SettingRow(props: {
  readonly label: string;
  readonly hint?: string;
  /** The id of the control that the name labels. */
  readonly controlId?: string;
  readonly children: ReactNode;
  /** What belongs beneath, over the whole width. */
  readonly below?: ReactNode;
}): ReactElement {
  const name = <span className={css.label}>{props.label}</span>;
  return (
    <div className={css.row}>
      <div className={css.rowMain}>
        <div className={css.names}>
          {props.controlId === undefined ? name : <label htmlFor={props.controlId}>{name}</label>}
          {props.hint !== undefined && <p className={css.hint}>{props.hint}</p>}
        </div>
        <div className={css.control}>{props.children}</div>
      </div>
      {props.below}
    </div>
  );
}
