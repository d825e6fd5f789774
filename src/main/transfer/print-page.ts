import { directionOf, locale, setLocale, wordsOf, type Locale } from '#shared/language/language.ts';
import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { stateKind } from '#shared/model/state-kind.ts';
import type { ExportRange, FileFault } from '#shared/model/transfer.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Snapshot } from '../database/handle.ts';
import { recordsIn } from './range-records.ts';
import { printStyle } from './print-style.ts';

/** More than a hundred sheets are a table for another program. */
const MOST_PRINTED = 5000;

const words = wordsOf('printing');
const columns = wordsOf('columns');
const fields = wordsOf('fields');
const valueWords = wordsOf('values');
const states = wordsOf('stateTitles');

/** What is laid out for paper: which records, the moment (ISO 8601), and the language. */
export type PrintTask = { readonly range: ExportRange; readonly at: string; readonly locale: Locale };

/** A whole page of HTML that loads nothing, how many records are on it, and whether it wants its sheets broad. */
export type PrintPage = { readonly html: string; readonly records: number; readonly isBroad: boolean };

/** Lays records out for paper, as they are on this laptop now: one as a sheet, several as a table. Fails with `too-long`. */
export function printPage(
  db: Snapshot,
  resource: Resource,
  { range, at, locale: spoken }: PrintTask,
): Result<PrintPage, FileFault> {
  setLocale(spoken);
  const rows: RecordRow[] = [];
  for (const row of recordsIn(db, resource, range)) {
    if (rows.length === MOST_PRINTED) return fail('too-long');
    rows.push(row);
  }
  const [first] = rows;
  const isSheet = range.kind === 'record' && first !== undefined;
  const body = isSheet ? sheetOf(resource, first) : tableOf(resource, rows);
  return succeed({ html: pageOf(body, at), records: rows.length, isBroad: !isSheet });
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (mark) => marks[mark] ?? mark);

/** A text of a person: it may run the other way than the words around it. */
const own = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

type Body = { readonly title: string; readonly about: string; readonly html: string };

function tableOf(resource: Resource, rows: readonly RecordRow[]): Body {
  const names = ['name', 'email', 'remote_id', 'state', 'updated'] as const;
  const head = names.map((name) => `<th scope="col">${escaped(columns[name])}</th>`).join('');
  const lines = rows.map((row) => `<tr>${cellsOf(resource, row).join('')}</tr>`);
  return {
    title: words.listTitle,
    about: words.count({ count: rows.length }),
    html: `<table class="list"><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`,
  };
}

const cellsOf = (resource: Resource, { values, state, updatedAt }: RecordRow): string[] =>
  [
    own(resource.label(values) || valueWords.noName),
    own(text(valueOf(values, 'email'))),
    own(text(valueOf(values, 'remote_id'))),
    escaped(states[stateKind(state)]),
    escaped(moment(updatedAt)),
  ].map((cell) => `<td>${cell}</td>`);

function sheetOf(resource: Resource, { id, values, state, updatedAt }: RecordRow): Body {
  const line = (name: string, value: string): string =>
    `<tr><th scope="row">${escaped(name)}</th><td>${value}</td></tr>`;
  const lines = Object.keys(resource.fields).map((field) =>
    line(fields[field as keyof typeof fields], own(text(valueOf(values, field)))),
  );
  const more = [line(columns.updated, escaped(moment(updatedAt))), line(words.recordId, own(id))];
  return {
    title: resource.label(values) || valueWords.noName,
    about: states[stateKind(state)],
    html: `<table class="sheet"><tbody>${[...lines, ...more].join('\n')}</tbody></table>`,
  };
}

function text(value: FieldValue): string {
  if (typeof value === 'boolean') return value ? valueWords.yes : valueWords.no;
  return value === null ? '' : String(value);
}

function moment(iso: string | undefined): string {
  const date = new Date(iso ?? NaN);
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleString(locale().formats, { dateStyle: 'medium', timeStyle: 'short' });
}

function pageOf({ title, about, html }: Body, at: string): string {
  const { language } = locale();
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${printStyle}</style></head>
<body><header><h1>${own(title)}</h1><p>${escaped(about)} · ${escaped(words.asOf({ moment: moment(at) }))}</p></header>
${html}</body></html>
`;
}
