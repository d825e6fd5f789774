import type { unsentWork as english } from '../en/unsent-work.ts';
import type { Translation } from '../message.ts';

export const unsentWork: Translation<typeof english> = {
  changes: '{count, plural, one {# nicht gesendete Änderung} other {# nicht gesendete Änderungen}}',
  created: '{count, plural, one {# neuer Datensatz} other {# neue Datensätze}}',
  decisions: '{count, plural, one {# offene Entscheidung} other {# offene Entscheidungen}}',
  lost: '{count, plural, one {# nicht gesendete Änderung konnte nicht gelesen werden.} other {# nicht gesendete Änderungen konnten nicht gelesen werden.}}',
  lostParts: 'Teile der Datei konnten nicht gelesen werden.',
  content: '{records, plural, one {# Datensatz} other {# Datensätze}}',
  contentUnsent:
    '{records, plural, one {# Datensatz} other {# Datensätze}}, davon {unsent, number} nicht gesendet',
};
