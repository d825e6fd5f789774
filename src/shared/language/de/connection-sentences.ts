import type { connectionSentences as english } from '../en/connection-sentences.ts';
import type { Translation } from '../message.ts';

export const connectionSentences: Translation<typeof english> = {
  connecting: 'Die App verbindet sich.',
  connected: 'Verbunden.',
  'no-connection': 'Keine Verbindung.',
  'signed-out': 'Anmeldung nötig.',
  'offline-by-choice': 'Sie arbeiten offline.',
};
