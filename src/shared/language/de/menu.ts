import type { menu as english } from '../en/menu.ts';
import type { Translation } from '../message.ts';

export const menu: Translation<typeof english> = {
  file: '&Datei',
  edit: '&Bearbeiten',
  record: 'Daten&satz',
  view: '&Ansicht',
  sync: 'Ab&gleich',
  window: '&Fenster',
  help: '&Hilfe',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  pastePlain: 'Als reinen Text einfügen',
  delete: 'Löschen',
  fullScreen: 'Vollbild',
  about: 'Über Key Accounts',
  quit: 'Beenden',
  close: 'Fenster schließen',
  minimise: 'Minimieren',
  zoom: 'Zoomen',
  front: 'Alle nach vorne bringen',
  services: 'Dienste',
  hide: 'Key Accounts ausblenden',
  hideOthers: 'Andere ausblenden',
  unhide: 'Alle einblenden',
  devTools: 'Entwicklerwerkzeuge',
};
