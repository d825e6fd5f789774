import type { storageNext as english } from '../en/storage-next.ts';
import type { Translation } from '../message.ts';

export const storageNext: Translation<typeof english> = {
  newer: 'Installieren Sie die neuere Version wieder, und öffnen Sie dann die App.',
  foreign: 'Verschieben Sie die Datei in einen anderen Ordner, und versuchen Sie es dann erneut.',
  corrupt: 'Wählen Sie, wie es weitergeht. Die Datei wird in jedem Fall in einem eigenen Ordner aufgehoben.',
  empty:
    'Wenn Sie die Datei anderswo haben, legen Sie sie zurück, und versuchen Sie es erneut. Sonst wählen Sie, wie es weitergeht.',
  missing:
    'Wenn Sie die Datei oder ihren Datenträger haben, bringen Sie sie zurück, und versuchen Sie es erneut. Sonst wählen Sie, wie es weitergeht.',
  older: 'Wählen Sie, wie es weitergeht. Die Datei wird in jedem Fall in einem eigenen Ordner aufgehoben.',
  locked:
    'Schließen Sie das andere Programm, oder starten Sie den Laptop neu, und versuchen Sie es dann erneut.',
  'read-only':
    'Lassen Sie das Schreiben in diesen Ordner von Ihrer Administration erlauben, und versuchen Sie es dann erneut.',
  full: 'Schaffen Sie Platz auf dem Datenträger, und versuchen Sie es dann erneut.',
  runtime: 'Installieren Sie die App neu. Wenn das nicht hilft, senden Sie uns die Details.',
};
