import type { banner as english } from '../en/banner.ts';
import type { Translation } from '../message.ts';

export const banner: Translation<typeof english> = {
  offline: 'Sie arbeiten offline.',
  offlineSince: 'Sie arbeiten offline seit {time}.',
  signedOut: 'Der Dienst hat das Anmelde-Token nicht angenommen.',
  noConnection: 'Keine Verbindung zu {host}.',
  noConnectionToSample: 'Keine Verbindung zu den Beispieldaten.',
  failedAt: '{happened} ({time}).',
  vanished:
    '{count, plural, one {# Datensatz steht nicht mehr in der Liste des Servers.} other {# Datensätze stehen nicht mehr in der Liste des Servers.}}',
  vanishedMeans: 'Hier wurde nichts entfernt.',
  rewound: 'Der Server ist auf einen älteren Stand zurückgegangen (gesehen {time}).',
  rewoundMeans:
    '{count, plural, one {Vielleicht wurde er aus einer Sicherung wiederhergestellt. # Datensatz hat sich zurückgeändert; was dort stand, bleibt im Verlauf.} other {Vielleicht wurde er aus einer Sicherung wiederhergestellt. # Datensätze haben sich zurückgeändert; was dort stand, bleibt im Verlauf.}}',
  stuck: '{name} wartet seit {time}.',
  stuckNameless: 'Ein Datensatz ohne Namen wartet seit {time}.',
  'stuck-no-answer':
    'Der Server hat noch nicht geantwortet; die App fragt von selbst wieder. Ihre Änderung bleibt auf diesem Laptop.',
  'stuck-busy':
    'Andere bearbeiten ihn ständig; die App versucht es von selbst wieder. Ihre Änderung bleibt auf diesem Laptop.',
  'stuck-failing':
    'Der Server hat Schwierigkeiten damit; die App versucht es von selbst wieder. Ihre Änderung bleibt auf diesem Laptop.',
};
