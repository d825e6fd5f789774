import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { setLocale, type Locale } from '#shared/language/language.ts';
import type { Values } from '#shared/model/field.ts';
import type { ExportRange, FileFault } from '#shared/model/transfer.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Result } from '#shared/result.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { readCopy } from '../../../src/main/database/read-copy.ts';
import { printPage, type PrintPage } from '../../../src/main/transfer/print-page.ts';
import { emptyFolder } from '../../support/folder.ts';
import { syncedRecord } from '../../support/local-copy.ts';

afterEach(() => {
  setLocale({ language: 'en', formats: 'en' });
});

const AT = '2026-11-22T14:02:00Z';
const english: Locale = { language: 'en', formats: 'en-GB' };

/** Lays people out as they are in a copy that has nobody else. */
function laidOut(people: readonly Values[]) {
  const copy = join(emptyFolder(), 'copy.db');
  const opened = openLocalCopy(copy);
  if (!opened.ok) throw new Error('The copy could not be opened.');
  onTestFinished(opened.value.close);
  const ids = people.map((values) => syncedRecord(opened.value.db, values));
  const print = (range: ExportRange, locale: Locale = english): Result<PrintPage, FileFault> =>
    readCopy(copy, (db) => printPage(db, keyAccounts, { range, at: AT, locale }));
  return { ids, print };
}

function pageOf(printed: Result<PrintPage, FileFault>): PrintPage {
  if (!printed.ok) throw new Error(`Not printed: ${printed.failure}`);
  return printed.value;
}

const nasty = '<img src=x onerror="alert(1)">&amp;\'';

test('a list is a table in its order, and what people typed is only text', () => {
  const people = [
    { last_name: 'Zed' },
    { last_name: nasty, email: 'a&b@example.org' },
    { first_name: 'أحمد' },
  ];
  const { html, records } = pageOf(laidOut(people).print({ kind: 'all' }));
  expect(records).toBe(3);
  expect(html.match(/<tr>/gu)).toHaveLength(4);
  expect(html).not.toContain('<img');
  expect(html).toContain('<bdi>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;&#39;</bdi>');
  expect(html).toContain('<bdi>a&amp;b@example.org</bdi>');
  expect(html).toContain('3 records · as on this laptop, 22 Nov 2026');
  expect(html.indexOf('Zed')).toBeLessThan(html.indexOf('أحمد'));
  expect(html).not.toMatch(/<[^>]*(?:src|href)=|url\(|@import/u);
});

test('one record is a sheet with every field, in the language of the person', () => {
  const person = { first_name: 'Ann', last_name: 'Quist', email: 'ann@example.org', primary: true };
  const { ids, print } = laidOut([person]);
  const [id] = ids;
  if (id === undefined) throw new Error('There is nobody.');
  const { html } = pageOf(print({ kind: 'record', id }, { language: 'de', formats: 'de-AT' }));
  expect(html).toContain('<html lang="de" dir="ltr">');
  expect(html).toContain('<h1><bdi>Ann Quist</bdi></h1>');
  for (const line of ['Vorname</th><td><bdi>Ann', 'Primär</th><td><bdi>Ja', 'Auf dem Server'])
    expect(html).toContain(line);
});

test('more than five thousand records are refused before a page is laid out', () => {
  const people = Array.from({ length: 5001 }, (_, index) => ({ last_name: `Person ${String(index)}` }));
  expect(laidOut(people).print({ kind: 'all' })).toEqual({ ok: false, failure: 'too-long' });
});
