import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROWS, tables, type Row } from '../test/support/matrix/row.ts';
import { inRepository } from './repository.ts';

const headings: Readonly<Record<Row['table'], string>> = {
  kill: 'Killed with SIGKILL (B5.1)',
  bytes: 'The connection drops at byte k (B5.2)',
  network: 'Network and answers, Node’s network stack (B5.2)',
  'network-app': 'Network and answers, the app in a real Electron (B5.2)',
  storage: 'Storage (B5.3)',
  process: 'Process and system (B5.4)',
};

const LEFT_OUT = `## Not here

- E5 (*the same value for all*) and E6 are not all or none: an edit of many records and an import are done in transactions of 25
  at most, so that the app answers meanwhile. What a kill leaves are whole records of one act: one undo takes it back, the same
  edit or file again does the rest (test/integration/transfer/import.test.ts). An export is written beside and renamed.
- B1, M1 and M2, back-ups and salvage, have tests of their own in \`test/integration/storage\`; W1 is in
  \`test/e2e/remove-data.spec.ts\`, U1 in \`test/e2e/window-crash.spec.ts\`. L6: there is no staging, a list is applied in portions of a
  page. U2: the database has no worker; what the threads beside it do can be done again.
- A folder that cannot be written and a full file system need rights that not everybody has: a full disk is made by
  \`max_page_count\`. An I/O error of a commit is made in the driver.
- A log (\`-wal\`) that is deleted after a kill is told as an older copy: test/integration/database/open.test.ts.
- In the app one deadline is waited out; the others are the same code and are met by Node's network stack.
- TLS 1.0 alone, IPv6 alone and a black hole need a network of their own; a clock of the whole system that jumps needs a
  system of its own.
`;

/** Writes docs/fault-matrix.md from the rows that the tests kept; answers how many rows did not show what they had to. */
export async function writeFaultTable(): Promise<number> {
  const rows = (await Promise.all(tables.map(readRows))).flat();
  const file = inRepository('docs', 'fault-matrix.md');
  const text = [head(rows), ...tables.map((table) => section(table, rows)), LEFT_OUT].join('\n');
  const options = await resolveConfig(file);
  await writeFile(file, await format(text, { ...options, parser: 'markdown' }));
  return rows.filter((row) => !isPassed(row)).length;
}

async function readRows(table: Row['table']): Promise<Row[]> {
  const folder = path.join(ROWS, table);
  const names = await readdir(folder).catch(() => []);
  const rows = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Row),
  );
  return rows.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

const isPassed = ({ isPassed: said, expected, seen }: Row): boolean => said ?? expected === seen;

function head(rows: readonly Row[]): string {
  const lines = tables.map((table) => {
    const own = rows.filter((row) => row.table === table);
    const points = own.reduce((sum, row) => sum + (row.points ?? 1), 0);
    const passed = own.filter(isPassed).length;
    return `| ${headings[table]} | ${String(own.length)} | ${String(points)} | ${String(passed)} |`;
  });
  return `# The fault matrix

Written by \`npm run test:faults\`; not by hand. Every row ends with the auditor (\`test/support/audit\`) on the files and on the
service: nothing lost, nothing doubled, nothing overwritten unseen, and both sides equal once the fault is gone. The rows of
spoilt files and of _Test connection_ end with what the person is told.

| table | rows | single faults | rows passed |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}

function section(table: Row['table'], rows: readonly Row[]): string {
  const own = rows.filter((row) => row.table === table);
  const lines = own.map((row) => {
    const cells = [
      row.fault,
      row.expected,
      row.seen,
      String(row.points ?? 1),
      isPassed(row) ? 'passed' : '**failed**',
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `## ${headings[table]}

| fault | expected | seen | faults | result |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}
