import { Menu } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { FilterChip } from './filter-chip.tsx';
import css from './filter-bar.module.css';
import { sinceText, words } from './words.ts';

const DAY = 86_400_000;

/** The beginning of the day that was so many days ago, ISO 8601. */
export function daysAgo(days: number, now: Date): string {
  const day = new Date(now.getTime() - days * DAY);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).toISOString();
}

const choices = [
  { label: 'Today', days: 0 },
  { label: 'Yesterday', days: 1 },
  { label: 'The last 7 days', days: 7 },
  { label: 'The last 30 days', days: 30 },
] as const;

/** The filter on when a record was edited last: some days back, or since a date. */
export function SinceMenu(props: {
  readonly since: string | undefined;
  readonly onChange: (since: string | undefined) => void;
}): ReactElement {
  const { since, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const isOn = since !== undefined;
  const toggle = (open: boolean): void => {
    if (isOn && open) onChange(undefined);
    else setOpen(open);
  };
  return (
    <Menu position="bottom-start" offset={4} opened={isOpen} onChange={toggle}>
      <Menu.Target>
        <FilterChip
          icon={<IconCalendar size={14} stroke={1.75} aria-hidden />}
          label={sinceText(since)}
          isOn={isOn}
          {...(isOn && { 'aria-pressed': true })}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.changedSince}>
        {choices.map(({ label, days }) => (
          <Menu.Item
            key={label}
            onClick={() => {
              onChange(daysAgo(days, new Date()));
            }}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <label className={css.date}>
          Since
          <input
            type="date"
            className={css.dateInput}
            max={new Date().toLocaleDateString('sv')}
            onKeyDown={(event) => {
              if (event.code !== 'Escape' && event.code !== 'Tab') event.stopPropagation();
              if (event.code !== 'Enter') return;
              choose(event.currentTarget.value);
            }}
            onBlur={(event) => {
              choose(event.currentTarget.value);
            }}
          />
        </label>
      </Menu.Dropdown>
    </Menu>
  );

  function choose(text: string): void {
    const day = new Date(`${text}T00:00`);
    if (Number.isNaN(day.getTime())) return;
    setOpen(false);
    onChange(day.toISOString());
  }
}
