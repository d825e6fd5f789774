import type { views as english } from '../en/views.ts';
import type { Translation } from '../message.ts';

export const views: Translation<typeof english> = {
  title: 'Ansichten',
  everything: 'Alle Key Accounts',
  shown: 'Ansicht: {name}',
  shownChanged: 'Ansicht: {name} · geändert',
  changed: 'geändert',
  changedSince: 'Geändert, seit sie gespeichert wurde',
  saveChanges: 'Änderungen speichern',
  reset: 'Zurück zum Gespeicherten',
  save: 'Ansicht speichern…',
  rename: 'Umbenennen…',
  remove: 'Entfernen',
  removed: 'Ansicht „{name}“ entfernt',
  saveTitle: 'Diese Liste als Ansicht speichern',
  renameTitle: 'Ansicht umbenennen',
  name: 'Name',
  keeps: 'Sie merkt sich Suche, Filter, Reihenfolge und Spalten, nur auf diesem Laptop.',
  saveAct: 'Ansicht speichern',
  renameAct: 'Umbenennen',
};
