import { Checkbox, Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { Encoding, ImportTarget, MatchBy, type ImportPlan } from '#shared/model/import.ts';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { columnLabel } from './column-label.ts';
import { Part } from '../ui/part.tsx';
import css from './transfer.module.css';
import type { Import } from './use-import.ts';

const words = wordsOf('importing');
const tableWords = wordsOf('transfer');

const NOWHERE = 'nowhere';

function encodingLabel(encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      return words.utf8;
    case 'windows-1252':
      return words.windows1252;
    case 'utf-16le':
      return words.utf16le;
    case 'utf-16be':
      return words.utf16be;
  }
}

function matchLabel(match: MatchBy): string {
  switch (match) {
    case 'id':
      return words.matchId;
    case 'remote_id':
      return words.matchRemote;
    case 'email':
      return words.matchEmail;
    case 'nothing':
      return words.matchNothing;
  }
}

/** How the file is read, what its columns are, and how its rows find the records that are here. */
export function ReadingStep({ state }: { readonly state: Import }): ReactElement {
  const { table, plan, isBusy } = state;
  const { reading } = plan;
  return (
    <>
      <Part title={words.encoding}>
        <Select
          aria-label={words.encoding}
          className={css.select ?? ''}
          data={Encoding.options.map((value) => ({ value, label: encodingLabel(value) }))}
          value={reading.encoding}
          disabled={isBusy}
          onChange={(value) => {
            const encoding = Encoding.safeParse(value);
            if (encoding.success) void state.read({ ...reading, encoding: encoding.data });
          }}
        />
      </Part>
      <Part title={tableWords.separator}>
        <SegmentedChoice
          label={tableWords.separator}
          value={reading.separator}
          choices={[
            { value: ',', label: tableWords.comma },
            { value: ';', label: tableWords.semicolon },
            { value: '\t', label: tableWords.tab },
          ]}
          onChoose={(separator) => void state.read({ ...reading, separator })}
        />
        <Checkbox
          label={words.hasHead}
          checked={reading.hasHead}
          disabled={isBusy}
          onChange={(event) => void state.read({ ...reading, hasHead: event.currentTarget.checked })}
        />
      </Part>
      <ColumnTable state={state} />
      <Part title={words.match}>
        <Select
          aria-label={words.match}
          className={css.select ?? ''}
          data={MatchBy.options.map((value) => ({
            value,
            label: matchLabel(value),
            disabled: value !== 'nothing' && !plan.columns.includes(value),
          }))}
          value={plan.match}
          onChange={(value) => {
            const match = MatchBy.safeParse(value);
            if (match.success) state.change({ match: match.data });
          }}
        />
      </Part>
      <Part title={words.emptyCells}>
        <SegmentedChoice<ImportPlan['emptyCells']>
          label={words.emptyCells}
          value={plan.emptyCells}
          choices={[
            { value: 'keep', label: words.keep },
            { value: 'clear', label: words.clear },
          ]}
          onChoose={(emptyCells) => {
            state.change({ emptyCells });
          }}
        />
      </Part>
      <p className={css.means} role="status">
        {table.columns.length > 0 && notImported(plan)}
      </p>
    </>
  );
}

function notImported({ columns }: ImportPlan): string {
  const count = columns.filter((target) => target === null).length;
  if (count === columns.length) return words.noColumn;
  return count === 0 ? '' : words.notImported({ count });
}

/** Every column with its first cells and the field that it goes to. */
function ColumnTable({ state }: { readonly state: Import }): ReactElement {
  const { table, plan } = state;
  const choices = [
    { value: NOWHERE, label: words.nowhere },
    ...ImportTarget.options.map((value) => ({ value, label: columnLabel(value) })),
  ];
  return (
    <div className={css.tableBox} role="region" aria-label={words.columns} tabIndex={0}>
      <table className={css.table}>
        <tbody>
          {plan.columns.map((target, at) => {
            const title = table.titles[at] ?? '';
            const name = title === '' ? words.column({ number: at + 1 }) : title;
            return (
              <tr key={at}>
                <th scope="row" dir="auto">
                  {name}
                </th>
                <td className={css.sample} dir="auto">
                  {table.sample
                    .map((cells) => cells[at] ?? '')
                    .filter((cell) => cell !== '')
                    .slice(0, 3)
                    .join(' · ')}
                </td>
                <td className={css.target}>
                  <Select
                    aria-label={words.goesTo({ column: name })}
                    data={choices}
                    value={target ?? NOWHERE}
                    onChange={(value) => {
                      state.setColumn(at, ImportTarget.safeParse(value).data ?? null);
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
