import type { palette as english } from '../en/palette.ts';
import type { Translation } from '../message.ts';

export const palette: Translation<typeof english> = {
  title: 'Befehlspalette',
  placeholder: 'Finden oder tun…',
  results: 'Treffer',
  recent: 'Zuletzt',
  screens: 'Bildschirme',
  commands: 'Befehle',
  people: 'Key Accounts',
  accounts: 'Marketplace-Konten',
  view: 'Ansicht: {name}',
  nothing: 'Zu „{query}“ passt nichts.',
  choose: 'wählen',
  run: 'ausführen',
  close: 'schließen',
  forPeople: 'nur Personen',
  forCommands: 'nur Befehle',
};
