import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { defaultColumns } from '#shared/model/columns.ts';
import { SortKey } from '#shared/model/record.ts';
import { sameValue } from '../ui/same-value.ts';
import { movedBefore, withColumn } from './columns.ts';
import css from './columns-panel.module.css';
import type { ColumnSetting } from './use-columns.ts';
import { sortWords } from '../ui/list/list-words.ts';
import { columnWords } from './words.ts';

/** Chooses which columns the list shows, and in which order. */
export function ColumnsPanel({ setting }: { readonly setting: ColumnSetting }): ReactElement {
  const { columns } = setting;
  const hidden = SortKey.options.filter((column) => !columns.shown.includes(column));
  return (
    <>
      <ul className={css.columns} aria-label={columnWords.title}>
        {[...columns.shown, ...hidden].map((column) => (
          <Line key={column} column={column} setting={setting} />
        ))}
      </ul>
      <p className={css.hint}>{columnWords.hint}</p>
      <div className={css.foot}>
        <Button variant="subtle" disabled={sameValue(columns, defaultColumns)} onClick={setting.reset}>
          {columnWords.reset}
        </Button>
      </div>
    </>
  );
}

type LineProps = { readonly column: SortKey; readonly setting: ColumnSetting };

function Line({ column, setting: { columns, change } }: LineProps): ReactElement {
  const { shown } = columns;
  const place = shown.indexOf(column);
  const isShown = place >= 0;
  return (
    <li className={css.line}>
      <Checkbox
        className={css.name ?? ''}
        label={sortWords[column]}
        checked={isShown}
        disabled={column === 'name'}
        onChange={(event) => {
          change(withColumn(columns, column, event.currentTarget.checked));
        }}
      />
      {isShown && (
        <>
          <ActionIcon
            size={24}
            aria-label={columnWords.earlier({ column: sortWords[column] })}
            title={columnWords.earlier({ column: sortWords[column] })}
            disabled={place === 0}
            onClick={() => {
              change(movedBefore(columns, column, shown[place - 1]));
            }}
          >
            <IconArrowUp size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={24}
            aria-label={columnWords.later({ column: sortWords[column] })}
            title={columnWords.later({ column: sortWords[column] })}
            disabled={place === shown.length - 1}
            onClick={() => {
              change(movedBefore(columns, column, shown[place + 2]));
            }}
          >
            <IconArrowDown size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
