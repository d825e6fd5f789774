import type { history as english } from '../en/history.ts';
import type { Translation } from '../message.ts';

export const history: Translation<typeof english> = {
  create: 'Auf diesem Laptop angelegt',
  edit: 'Hier bearbeitet',
  undo: 'Hier zurückgenommen',
  redo: 'Hier wiederholt',
  pull: 'Kam vom Server',
  merge: 'Für Sie zusammengeführt',
  conflict: 'Auf beiden Seiten geändert',
  decision: 'Sie haben entschieden',
  overwrite: 'Sie haben den Stand auf dem Server überschrieben',
  sent: 'An den Server gesendet',
  refused: 'Vom Server abgelehnt',
  missing: 'Nicht mehr auf dem Server',
  returned: 'Wieder auf dem Server',
  kept: 'Nur auf diesem Laptop behalten',
  hidden: 'Aus der Liste genommen',
  'put-back': 'In die Liste zurückgeholt',
  'made-again': 'Neu angelegt aus einem Datensatz, der nicht mehr auf dem Server war',
  adopted: 'Auf dem Server gefunden',
  'possible-duplicate': 'Vielleicht doppelt auf dem Server',
  'no-duplicate': 'Kein Duplikat, sagten Sie',
  'told-apart': 'Nicht dieselbe Person wie ein anderer Datensatz, sagten Sie',
  rewound: 'Der Server ging auf einen älteren Stand zurück',
  discarded: 'Sie haben Ihre Änderungen verworfen',
  salvaged: 'Aus einer beschädigten oder ersetzten lokalen Kopie zurückgeholt',
};
