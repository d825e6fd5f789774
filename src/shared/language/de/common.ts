import type { common as english } from '../en/common.ts';
import type { Translation } from '../message.ts';

export const common: Translation<typeof english> = {
  appName: 'Key Accounts',
  undo: 'Rückgängig',
  back: 'Zurück',
  close: 'Schließen',
  cancel: 'Abbrechen',
  details: 'Details',
  copy: 'Kopieren',
  copied: 'Kopiert',
  tryAgain: 'Erneut versuchen',
  yours: 'Ihr Wert',
  server: 'Server',
  before: 'Vorher',
  loading: 'Wird von diesem Laptop gelesen…',
  savedHere: 'Auf diesem Laptop gespeichert',
  notice: 'Hinweis',
  notices: 'Hinweise',
  failures: 'Fehler',
  became: 'wurde zu',
  quoted: '„{text}“',
  keptNothing: 'Auf diesem Laptop wurde nichts geändert.',
  kept: '{count, plural, =0 {Alles, was Sie gespeichert haben, ist auf diesem Laptop.} one {Ihre # Änderung bleibt auf diesem Laptop.} other {Ihre # Änderungen bleiben auf diesem Laptop.}}',
  saved:
    '{count, plural, =0 {Sie können weiterarbeiten; Änderungen werden auf diesem Laptop gespeichert.} one {Ihre # Änderung ist auf diesem Laptop gespeichert.} other {Ihre # Änderungen sind auf diesem Laptop gespeichert.}}',
  allSaved: 'Alles auf dem Server gespeichert',
  allOfThisSaved: 'Alles aus dieser Kopie ist auf dem Server gespeichert',
  waiting: '{count, plural, one {# wartet auf das Senden} other {# warten auf das Senden}}',
  decisions: '{count, plural, one {# braucht Ihre Entscheidung} other {# brauchen Ihre Entscheidung}}',
  attention: '{count, plural, one {# braucht Aufmerksamkeit} other {# brauchen Aufmerksamkeit}}',
  aside: '{count, number} nicht in der Liste, nicht gesendet',
};
