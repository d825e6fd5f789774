import { Menu } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Since } from '#shared/model/view.ts';
import { FilterChip } from './filter-chip.tsx';
import { sinceText, words } from './list-words.ts';

const choices = (): readonly { readonly label: string; readonly days: number }[] => [
  { label: words.sinceToday, days: 0 },
  { label: words.sinceYesterday, days: 1 },
  { label: words.since7Days, days: 7 },
  { label: words.since30Days, days: 30 },
];

/** What asks since when a list is to ask for changes. */
type Asking = {
  readonly onChange: (since: Since | undefined) => void;
  /** A person wants to say the day. */
  readonly onAskDay: () => void;
};

/** The filter on when a record was edited last; a press on it while it is on takes it off. */
export function SinceMenu(props: Asking & { readonly since: Since | undefined }): ReactElement {
  const { since, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const isOn = since !== undefined;
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
          label={sinceText(since)}
          isOn={isOn}
          {...(isOn && { 'aria-pressed': true })}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.changedSince}>
        <SinceChoices {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The items of a menu that choose since when: some days back, or a day to be said. */
export function SinceChoices({ onChange, onAskDay }: Asking): ReactElement {
  return (
    <>
      {choices().map(({ label, days }) => (
        <Menu.Item
          key={days}
          onClick={() => {
            onChange({ kind: 'days', days });
          }}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Item onClick={onAskDay}>{words.sinceChoose}</Menu.Item>
    </>
  );
}
