import { Checkbox, Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import {
  Encoding,
  ImportTarget,
  MatchBy,
  type ChosenTable,
  type ImportPlan,
  type Reading,
} from '#shared/model/import.ts';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { columnLabel } from './column-label.ts';
import { Others } from './others.tsx';
import { Part } from '../ui/part.tsx';
import css from './transfer.module.css';
import { unitWords } from './unit-words.ts';
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

function matchLabel(match: MatchBy, table: ChosenTable): string {
  const units = unitWords(table);
  switch (match) {
    case 'id':
      return units.matchId;
    case 'remote_id':
      return units.matchRemote;
    case 'email':
      return units.matchEmail;
    case 'nothing':
      return words.matchNothing;
  }
}

type StepProps = { readonly state: Import };

/** How the file is read, what goes where, and how its rows or vCards find the records that are here. */
export function ReadingStep({ state }: StepProps): ReactElement {
  const { table, plan, isBusy } = state;
  const { reading } = plan;
  const units = unitWords(table);
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
      {reading.kind === 'table' && <TableParts state={state} reading={reading} />}
      {reading.kind === 'table' ? <ColumnTable state={state} /> : <FieldTable table={table} />}
      <Part title={words.match}>
        <Select
          aria-label={words.match}
          className={css.select ?? ''}
          data={matchesFor(reading).map((value) => ({
            value,
            label: matchLabel(value, table),
            disabled: reading.kind === 'table' && value !== 'nothing' && !plan.columns.includes(value),
          }))}
          value={plan.match}
          onChange={(value) => {
            const match = MatchBy.safeParse(value);
            if (match.success) state.change({ match: match.data });
          }}
        />
      </Part>
      <Part title={units.empty}>
        <SegmentedChoice<ImportPlan['emptyCells']>
          label={units.empty}
          value={plan.emptyCells}
          choices={[
            { value: 'keep', label: units.keep },
            { value: 'clear', label: units.clear },
          ]}
          onChoose={(emptyCells) => {
            state.change({ emptyCells });
          }}
        />
      </Part>
      <p className={css.means} role="status">
        {table.columns.length > 0 && notImported(plan)}
      </p>
      <Others table={table} />
    </>
  );
}

/** A vCard with the ID of a record is that record in any case. */
const matchesFor = ({ kind }: Reading): readonly MatchBy[] =>
  kind === 'table' ? MatchBy.options : MatchBy.exclude(['nothing']).options;

function notImported({ columns }: ImportPlan): string {
  const count = columns.filter((target) => target === null).length;
  if (count === columns.length) return words.noColumn;
  return count === 0 ? '' : words.notImported({ count });
}

/** What stands between the cells, and whether the first row has names. */
function TableParts(props: {
  readonly state: Import;
  readonly reading: Extract<Reading, { kind: 'table' }>;
}): ReactElement {
  const { state, reading } = props;
  return (
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
        disabled={state.isBusy}
        onChange={(event) => void state.read({ ...reading, hasHead: event.currentTarget.checked })}
      />
    </Part>
  );
}

const sampleOf = ({ samples }: ChosenTable, column: number): string => samples[column]?.join(' · ') ?? '';

/** Every column with its first cells and the field that it goes to. */
function ColumnTable({ state }: StepProps): ReactElement {
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
                  {sampleOf(table, at)}
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

/** Every field of vCards with the first values that go into it. */
function FieldTable({ table }: { readonly table: ChosenTable }): ReactElement {
  return (
    <div className={css.tableBox} role="region" aria-label={words.fields} tabIndex={0}>
      <table className={css.table}>
        <tbody>
          {table.columns.map(
            (target, at) =>
              target && (
                <tr key={target}>
                  <th scope="row">{columnLabel(target)}</th>
                  <td className={css.sample} dir="auto">
                    {sampleOf(table, at)}
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
