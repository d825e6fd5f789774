import type { diagnosticsFile as english } from '../en/diagnostics-file.ts';
import type { Translation } from '../message.ts';

export const diagnosticsFile: Translation<typeof english> = {
  title: 'Diagnose speichern',
  text: 'Genau das wird gespeichert, und sonst nichts. Darin stehen Versionen, Anzahlen, die letzten Durchgänge und das Ende des Protokolls. Namen, E-Mail-Adressen und das Anmelde-Token stehen nicht darin.',
  content: 'Was gespeichert wird',
  gathering: 'Die Diagnose wird zusammengestellt…',
  save: 'Speichern…',
};
