import type { managed as english } from '../en/managed.ts';
import type { Translation } from '../message.ts';

export const managed: Translation<typeof english> = {
  setBy: 'Von Ihrer Administration festgelegt; nur sie kann es ändern',
  elsewhere:
    'Ihre Administration hat {host} festgelegt. Das ist die Kopie eines anderen Dienstes, für deren nicht gesendete Änderungen; beim nächsten Start geht die App zu {host}.',
  connectHint: 'Ihre Administration hat den Dienst festgelegt und gibt Ihnen das Token.',
  noSample: 'Ihre Administration hat die Beispieldaten abgeschaltet.',
  notUsed: 'Was Ihre Administration festgelegt hat, wird nicht verwendet.',
  next: 'Es gelten Ihre eigenen Einstellungen, und der Dienst bleibt, wie er war. Zeigen Sie das Ihrer Administration; es wird beim Start der App neu gelesen.',
  unreadable: 'Die Datei lässt sich nicht lesen.',
  writable:
    'Andere dürfen auf diesem Laptop in die Datei oder ihren Ordner schreiben, deshalb wird ihr nicht vertraut.',
  'too-large': 'Die Datei ist zu groß.',
  'not-json': 'Die Datei ist nicht so geschrieben, wie sie sein muss.',
  'unknown-key': 'Es gibt keine Einstellung mit dem Namen „{key}“.',
  'wrong-value': 'Der Wert von „{key}“ ist nicht möglich.',
};
