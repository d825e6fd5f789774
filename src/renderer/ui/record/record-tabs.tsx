import type { KeyboardEvent, ReactElement } from 'react';
import { countText } from '../times.ts';
import css from './record.module.css';
import { recordWords as words } from './record-words.ts';

/** The two sides of a record. */
export type Tab = 'record' | 'history';

/** The tabs of a record. */
export function RecordTabs(props: {
  readonly tab: Tab;
  readonly historyCount: number;
  readonly onTab: (tab: Tab) => void;
}): ReactElement {
  const { tab, onTab } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return;
    event.preventDefault();
    onTab(tab === 'record' ? 'history' : 'record');
    event.currentTarget.querySelector<HTMLElement>('[aria-selected="false"]')?.focus();
  };
  const button = (name: Tab, label: string, count?: number): ReactElement => (
    <button
      type="button"
      role="tab"
      className={`plain ${css.tab ?? ''}`}
      aria-selected={tab === name}
      tabIndex={tab === name ? 0 : -1}
      onClick={() => {
        onTab(name);
      }}
    >
      {label}
      {count !== undefined && count > 0 && <span className={css.tabCount}>{countText(count)}</span>}
    </button>
  );
  return (
    <div className={css.tabs} role="tablist" aria-label={words.record} onKeyDown={onKeyDown}>
      {button('record', words.record)}
      {button('history', words.history, props.historyCount)}
    </div>
  );
}
