import type { connectionWords as english } from '../en/connection-words.ts';
import type { Translation } from '../message.ts';

export const connectionWords: Translation<typeof english> = {
  connecting: 'Verbindet sich',
  connected: 'Verbunden',
  'no-connection': 'Keine Verbindung',
  'signed-out': 'Anmeldung nötig',
  'offline-by-choice': 'Offline',
};
