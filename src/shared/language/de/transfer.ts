import type { transfer as english } from '../en/transfer.ts';
import type { Translation } from '../message.ts';

export const transfer: Translation<typeof english> = {
  exportTitle: 'Exportieren',
  which: 'Welche Datensätze',
  rangeAll: 'Alle ({count, number})',
  rangeView: 'Diese Ansicht ({count, number})',
  rangeRecord: 'Der offene Datensatz',
  rangeSelected: 'Ausgewählte ({count, number})',
  viewMeans: 'Wie die Liste jetzt durchsucht, gefiltert und sortiert ist.',
  format: 'Format',
  formatCsv: 'Tabelle (CSV)',
  formatJson: 'JSON',
  formatVcard: 'vCard',
  formatPdf: 'PDF',
  csvMeans:
    'Für Tabellenprogramme und zum erneuten Importieren. Was dort als Formel laufen könnte, wird unschädlich gemacht.',
  jsonMeans: 'Für andere Programme: jeder Wert zeichengenau.',
  vcardMeans: 'Für Adressbücher und Telefone und zum erneuten Importieren.',
  pdfMeans: 'Wie auf Papier: bis zu 5.000 Datensätze als Tabelle, einer als Blatt.',
  columns: 'Spalten',
  separator: 'Zwischen den Spalten',
  comma: 'Komma',
  semicolon: 'Semikolon',
  tab: 'Tabulator',
  hasMark: 'Mit einer Marke, an der Excel die Schrift erkennt (UTF-8)',
  save: 'Speichern unter…',
  printed: '{count, plural, one {# Datensatz} other {# Datensätze}} an den Drucker geschickt.',
  exported: '{count, plural, one {# Datensatz} other {# Datensätze}} gespeichert in {name}.',
};
