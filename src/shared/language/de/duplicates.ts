import type { duplicates as english } from '../en/duplicates.ts';
import type { Translation } from '../message.ts';

export const duplicates: Translation<typeof english> = {
  card: 'Mögliches Duplikat',
  same: 'In jedem Feld gleich',
  field: 'Feld',
  thisOne: 'Dieser',
  theOther: 'Der andere',
  openIt: 'Öffnen',
  openItNamed: 'Öffnen: {name}',
  isThisOne: 'Es ist dieser',
  isThisOneNamed: 'Es ist dieser: {name}',
  isNone: 'Es ist keiner von diesen: senden',
  keepBoth: 'Beide sind richtig, beide behalten',
  open: 'Den anderen öffnen',
  openNamed: 'Den anderen öffnen: {name}',
  isOne: 'Sie sind jetzt ein Datensatz. Das lässt sich nicht rückgängig machen.',
  isSent: 'Er wird als eigener Datensatz gesendet',
  bothKept: 'Beide bleiben',
  onServerTwice: 'Dieser Datensatz ist vielleicht doppelt auf dem Server.',
  looksLike:
    '{count, plural, one {Ein Datensatz auf dem Server sieht aus wie dieser.} other {# Datensätze auf dem Server sehen aus wie dieser.}}',
  onServerTwiceMeans:
    'Er wurde von diesem Laptop mehr als einmal gesendet, weil eine Antwort verloren ging. Diese App entfernt nichts: Ist einer zu viel, lassen Sie ihn beim Dienst entfernen.',
  looksLikeMeans:
    'Er wurde gesendet, aber es kam keine Antwort, deshalb weiß die App es nicht. Er bleibt auf diesem Laptop und wird nicht noch einmal gesendet, bis Sie es sagen. Ist er einer von diesen, werden beide ein Datensatz, mit allem, was seither geändert wurde; das lässt sich nicht rückgängig machen.',
  looksLikeSentAt:
    'Er wurde {time} gesendet, aber es kam keine Antwort, deshalb weiß die App es nicht. Er bleibt auf diesem Laptop und wird nicht noch einmal gesendet, bis Sie es sagen. Ist er einer von diesen, werden beide ein Datensatz, mit allem, was seither geändert wurde; das lässt sich nicht rückgängig machen.',
};
