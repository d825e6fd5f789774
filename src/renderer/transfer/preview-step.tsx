import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { ChosenTable, ImportPreview, ImportReport, LeftRow } from '#shared/model/import.ts';
import { fieldLabels } from '../ui/field-text.ts';
import { useImportProgress } from '../api/transfer.ts';
import { ProgressLine } from '../ui/progress-line.tsx';
import { columnLabel } from './column-label.ts';
import { Others } from './others.tsx';
import css from './transfer.module.css';
import { unitWords } from './unit-words.ts';

const words = wordsOf('importing');
const reasons = wordsOf('rowFaults');

/** What the import would do, before it does: counts, the first records, and the rows that are left out. */
export function PreviewStep(props: {
  readonly table: ChosenTable;
  readonly preview: ImportPreview;
}): ReactElement {
  const { created, changed, same, left, first, leftRows } = props.preview;
  const units = unitWords(props.table);
  return (
    <>
      <ul className={css.counts}>
        <li>{words.created({ count: created })}</li>
        <li>{words.changed({ count: changed })}</li>
        <li>{words.same({ count: same })}</li>
        <li>{units.left({ count: left })}</li>
      </ul>
      {first.length > 0 && (
        <div className={css.tableBox} role="region" aria-label={words.firstRows} tabIndex={0}>
          <table className={css.table}>
            <tbody>
              {first.map(({ row, isNew, label, fields }) => (
                <tr key={row}>
                  <th scope="row">{units.number({ number: row })}</th>
                  <td>{isNew ? words.isNew : words.isChanged}</td>
                  <td dir="auto">{label}</td>
                  <td className={css.sample}>{fieldLabels(fields)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LeftRows rows={leftRows} total={left} table={props.table} />
      <Others table={props.table} />
    </>
  );
}

/** The rows that are left out, each with its column and why. */
function LeftRows(props: {
  readonly rows: readonly LeftRow[];
  readonly total: number;
  readonly table: ChosenTable;
}): ReactElement | null {
  const { rows, total, table } = props;
  const units = unitWords(table);
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={css.heading}>{words.leftRows}</h3>
      <div className={css.tableBox} role="region" aria-label={words.leftRows} tabIndex={0}>
        <table className={css.table}>
          <tbody>
            {rows.map(({ row, column, why }) => (
              <tr key={row}>
                <th scope="row">{units.number({ number: row })}</th>
                <td dir="auto">{column === undefined ? '' : columnName(table, column)}</td>
                <td>{reasons[why]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && <p className={css.means}>{words.leftMore({ count: total - rows.length })}</p>}
    </>
  );
}

function columnName({ reading, columns, titles }: ChosenTable, column: number): string {
  const target = columns[column];
  if (reading.kind === 'vcards' && target) return columnLabel(target);
  const title = titles[column] ?? '';
  return title === '' ? words.column({ number: column + 1 }) : title;
}

/** How far the import is, while it is under way. */
export function Progress(): ReactElement {
  const progress = useImportProgress();
  return (
    <ProgressLine
      label={words.reportTitle}
      progress={progress}
      text={progress ? words.progress({ done: progress.done, total: progress.total }) : words.keepOpen}
    />
  );
}

/** What the import did. */
export function ReportStep(props: {
  readonly table: ChosenTable;
  readonly report: ImportReport;
}): ReactElement {
  const { created, changed, same, left, leftRows } = props.report;
  const units = unitWords(props.table);
  return (
    <>
      <ul className={css.counts}>
        <li>{words.reportCreated({ count: created })}</li>
        <li>{words.reportChanged({ count: changed })}</li>
        <li>{words.same({ count: same })}</li>
        <li>{units.left({ count: left })}</li>
      </ul>
      {created + changed > 0 && <p className={css.means}>{words.reportKept}</p>}
      <LeftRows rows={leftRows} total={left} table={props.table} />
    </>
  );
}
