import type { updates as english } from '../en/updates.ts';
import type { Translation } from '../message.ts';

export const updates: Translation<typeof english> = {
  title: 'Updates',
  none: 'Diese Ausgabe sucht keine',
  noneHint: 'Sie fragt niemanden. Die nächste Version kommt von dort, woher Sie diese haben.',
  elsewhere: 'Neue Versionen kommen mit Ihrem System',
  elsewhereHint: 'Diese Installation ersetzt sich nicht selbst: Das tut Ihr System oder wer es betreut.',
  managed: 'Neue Versionen kommen von Ihrer Administration',
  managedHint: 'Sie hat festgelegt, dass die App selbst keine sucht.',
  idle: 'Noch nicht gesucht',
  idleHint: 'Die App sucht von selbst, einige Male am Tag.',
  newest: 'Das ist die neueste Version',
  newestHint: 'Gesucht {time}',
  checking: 'Neue Version wird gesucht…',
  check: 'Jetzt suchen',
  available: 'Version {version} ist da',
  availableHint: 'Sie wird geladen, wenn Sie es sagen.',
  download: 'Laden',
  downloading: 'Version {version} wird geladen',
  downloadingHint: 'Arbeiten Sie weiter. Bis Sie die App beenden, ändert sich nichts.',
  percent: '{percent} %',
  ready: 'Version {version} ist bereit',
  readyHint: 'Sie übernimmt, wenn Sie die App beenden. Alles, was Sie gespeichert haben, bleibt.',
  restart: 'Jetzt neu starten',
  later: 'Später neu starten',
  unreachable: 'Neue Versionen konnten nicht gesucht werden',
  unreachableHint:
    'Es kam keine oder keine ganze Antwort. Nichts hat sich geändert, und die App versucht es von selbst wieder.',
  rejected: 'Die neue Version wurde nicht verwendet',
  rejectedHint:
    'Was kam, war nicht das Angekündigte oder nicht von den Herstellern signiert. Es wurde gelöscht, und nichts hat sich geändert.',
  notes: 'Neu in Version {version}',
};
