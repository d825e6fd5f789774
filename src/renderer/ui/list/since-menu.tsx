import { Menu } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { FilterChip } from './filter-chip.tsx';
import css from './filter-bar.module.css';
import type { Since } from '#shared/model/view.ts';
import { startOfDay } from './since.ts';
import { sinceText, words } from './list-words.ts';

const choices = (): readonly { readonly label: string; readonly days: number }[] => [
  { label: words.sinceToday, days: 0 },
  { label: words.sinceYesterday, days: 1 },
  { label: words.since7Days, days: 7 },
  { label: words.since30Days, days: 30 },
];

/** The filter on when a record was edited last; a press on it while it is on takes it off. */
export function SinceMenu(props: {
  /** From which moment on it asks now, ISO 8601. */
  readonly from: string | undefined;
  readonly onChange: (since: Since | undefined) => void;
}): ReactElement {
  const { from, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const isOn = from !== undefined;
  return (
    <Menu
      position="bottom-start"
      offset={4}
      opened={isOpen}
      onChange={(open) => {
        if (isOn && open) onChange(undefined);
        else setOpen(open);
      }}
    >
      <Menu.Target>
        <FilterChip
          icon={<IconCalendar size={14} stroke={1.75} aria-hidden />}
          label={sinceText(from)}
          isOn={isOn}
          {...(isOn && { 'aria-pressed': true })}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.changedSince}>
        <SinceChoices
          onChoose={(day) => {
            setOpen(false);
            onChange(day);
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The items of a menu that choose since when: some days back, or a date. */
export function SinceChoices({ onChoose }: { readonly onChoose: (since: Since) => void }): ReactElement {
  const [text, setText] = useState('');
  const choose = (): void => {
    const day = startOfDay(text);
    if (day !== undefined) onChoose({ kind: 'day', from: day });
  };
  return (
    <>
      {choices().map(({ label, days }, place) => (
        <Menu.Item
          key={label}
          {...(place === 0 && { 'data-autofocus': true })}
          onClick={() => {
            onChoose({ kind: 'days', days });
          }}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <label className={css.date}>
        {words.sinceDate}
        <input
          type="date"
          className={css.dateInput}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.code !== 'Escape' && event.code !== 'Tab') event.stopPropagation();
            if (event.code === 'Enter') choose();
          }}
        />
        <button type="button" className="link" disabled={startOfDay(text) === undefined} onClick={choose}>
          {words.show}
        </button>
      </label>
    </>
  );
}
