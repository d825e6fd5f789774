import { Menu, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import type { Settings } from '#shared/model/settings.ts';
import { useCommands } from '../api/commands.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { IconMenu, Option } from './menu-option.tsx';
import type { ColumnSetting } from './use-columns.ts';
import { columnWords, densityWords, words } from './words.ts';

const densities = ['compact', 'standard', 'comfortable'] as const;

type LookProps = {
  readonly density: Settings['density'];
  readonly onDensity: (density: Settings['density']) => void;
  readonly setting: ColumnSetting;
};

/** The menu of how the list looks: the height of the rows, and the columns. */
export function LookMenu({ density, onDensity, setting }: LookProps): ReactElement {
  const [isChoosing, setChoosing] = useState(false);
  const anchorRef = useRef<HTMLSpanElement>(null);
  const choose = (): void => {
    setChoosing(true);
  };
  useCommands({ columns: choose, 'reset-columns': setting.reset });
  return (
    <Popover
      opened={isChoosing}
      onChange={setChoosing}
      // What opened it may be an item of a menu that is gone.
      onClose={() => anchorRef.current?.querySelector('button')?.focus()}
      position="bottom-end"
      offset={4}
      shadow="none"
      zIndex={300}
      trapFocus
      withinPortal={false}
      // The button belongs to the menu; this is a dialog that the menu opens.
      withRoles={false}
    >
      <Popover.Target>
        <span ref={anchorRef}>
          <IconMenu
            label={words.look}
            icon={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />}
          >
            <Menu.Label>{words.density}</Menu.Label>
            {densities.map((value) => (
              <Option
                key={value}
                value={value}
                label={densityWords[value]}
                isOn={value === density}
                onChoose={() => {
                  onDensity(value);
                }}
              />
            ))}
            <Menu.Divider />
            <Menu.Item onClick={choose}>{columnWords.choose}</Menu.Item>
          </IconMenu>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={columnWords.title}>
        <ColumnsPanel setting={setting} />
      </Popover.Dropdown>
    </Popover>
  );
}
