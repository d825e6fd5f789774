import type { roundFailures as english } from '../en/round-failures.ts';
import type { Translation } from '../message.ts';

export const roundFailures: Translation<typeof english> = {
  unreachable: 'Keine Verbindung',
  timeout: 'Keine Antwort in der Zeit',
  trouble: 'Der Dienst hatte Schwierigkeiten',
  busy: 'Der Dienst bat um Geduld',
  certificate: 'Der Dienst konnte sich nicht ausweisen',
  redirected: 'Die Adresse führte anderswohin',
  'not-the-service': 'Etwas anderes hat geantwortet',
  'too-large': 'Die Antwort war zu groß',
  'wrong-shape': 'Die Antwort war unverständlich',
  'signed-out': 'Anmeldung nötig',
  forbidden: 'Nicht erlaubt',
  refused: 'Abgelehnt',
  stale: 'Inzwischen geändert',
  gone: 'Nicht vorhanden',
  'local-copy': 'Lokale Kopie nicht beschreibbar',
  'cursor-expired': 'Lange nicht verbunden, neu verglichen',
};
