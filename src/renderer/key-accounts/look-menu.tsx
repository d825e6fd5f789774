import { Menu, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import { useCommands } from '../api/commands.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { DensityOptions, type Density } from '../ui/list/density-options.tsx';
import { words } from '../ui/list/list-words.ts';
import { IconMenu } from '../ui/list/menu-option.tsx';
import type { ColumnSetting } from './use-columns.ts';
import { columnWords } from './words.ts';

type LookProps = Density & { readonly setting: ColumnSetting };

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
            <DensityOptions density={density} onDensity={onDensity} />
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
