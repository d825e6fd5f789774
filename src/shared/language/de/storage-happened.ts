import type { storageHappened as english } from '../en/storage-happened.ts';
import type { Translation } from '../message.ts';

export const storageHappened: Translation<typeof english> = {
  newer: 'Die lokale Kopie wurde von einer neueren Version dieser App geschrieben.',
  foreign: 'Die Datei der lokalen Kopie gehört zu etwas anderem.',
  corrupt: 'Die lokale Kopie ist beschädigt.',
  empty: 'Die Datei der lokalen Kopie ist da, aber leer.',
  missing: 'Die lokale Kopie ist nicht mehr, wo sie war.',
  older: 'Die lokale Kopie ist älter als beim letzten Mal.',
  locked: 'Ein anderes Programm hält die lokale Kopie offen.',
  'read-only': 'Die App darf nicht in den Ordner der lokalen Kopie schreiben.',
  full: 'Der Datenträger dieses Laptops ist voll.',
  runtime: 'Ein Teil der App, der die lokale Kopie liest, läuft hier nicht.',
};
