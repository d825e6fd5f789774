import { useState, type ReactElement, type RefObject } from 'react';
import type { RecordRow } from '#shared/model/record.ts';
import { runCommand, useCommands, type Acts } from '../../api/commands.ts';
import type { ListState } from './list-state.ts';
import { actsOfRow } from './row-acts.ts';
import { RowMenu, type MenuCommands, type Point } from './row-menu.tsx';
import { useRecordCalls } from '../record/use-record-calls.ts';
import type { Rows } from './use-rows.ts';
import type { Selection } from './use-selection.ts';

type Parts = {
  readonly list: ListState;
  readonly rows: Rows;
  readonly selection: Selection;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly commands: MenuCommands;
};

type Asked = { readonly row: RecordRow; readonly index: number; readonly point: Point };

/** The menu of a row while it is open, and how it is asked for. */
export type RowMenuState = {
  readonly shown: ReactElement | null;
  readonly open: (index: number, point: Point) => void;
};

/** Offers what can be asked of a row: in its menu, and of the row that the keyboard is on in the app's own menu. */
export function useRowMenu({ list, rows, selection, gridRef, commands }: Parts): RowMenuState {
  const [asked, setAsked] = useState<Asked>();
  const calls = useRecordCalls();
  const openId = list.open?.kind === 'record' ? list.open.id : undefined;
  const actsAt = (row: RecordRow, index: number): Acts => {
    const open = (): void => {
      selection.open(index, 'enter');
    };
    const openHistory = (): void => {
      if (row.id === openId) runCommand('show-history');
      else list.setOpen({ kind: 'record', id: row.id, tab: 'history' });
    };
    return actsOfRow(row, { open, openHistory }, calls);
  };
  const { activeIndex } = selection;
  const active = activeIndex === undefined ? undefined : rows.at(activeIndex);
  // An open record offers what can be asked of it by itself.
  useCommands(active && activeIndex !== undefined && !list.open ? actsAt(active, activeIndex) : {});
  return {
    open: (index, point) => {
      const row = rows.at(index);
      if (!row) return;
      list.setActive({ index, id: row.id });
      setAsked({ row, index, point });
    },
    shown: asked ? (
      <RowMenu
        row={asked.row}
        point={asked.point}
        acts={actsAt(asked.row, asked.index)}
        commands={commands}
        onClose={() => {
          setAsked(undefined);
          gridRef.current?.focus();
        }}
      />
    ) : null,
  };
}
