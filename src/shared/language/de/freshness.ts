import type { freshness as english } from '../en/freshness.ts';
import type { Translation } from '../message.ts';

export const freshness: Translation<typeof english> = {
  confirmed: 'Vom Server bestätigt: {time}',
  asOf: 'Stand: {time}, seither nicht beim Server geprüft',
  serverConfirmed: 'Fassung des Servers bestätigt: {time}',
  serverAsOf: 'Fassung des Servers, Stand: {time}, seither nicht geprüft',
  unconfirmed: 'Noch nicht beim Server geprüft',
  changed: 'Geändert: {time}',
};
