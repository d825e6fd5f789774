import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { useUnsentElsewhere } from '../ui/known-copies.tsx';
import { waitBeforeSaying, type Said } from './announce.ts';
import { statusSentence, words } from './words.ts';

/** Tells screen readers the state of the sync, politely and at most once in ten seconds. */
export function LiveRegion({ status }: { readonly status: SyncStatus | undefined }): ReactElement {
  const [heard, setHeard] = useState('');
  const elsewhere = useUnsentElsewhere();
  const said = useRef<Said>(undefined);
  const sentence = status ? statusSentence(status, elsewhere) : '';
  const isUnderWay = status?.progress !== undefined;
  useEffect(() => {
    if (sentence === '') return;
    const wait = waitBeforeSaying({ sentence, isUnderWay }, said.current, performance.now());
    if (wait === undefined) return;
    const timer = setTimeout(() => {
      said.current = { sentence, at: performance.now() };
      setHeard(sentence);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [sentence, isUnderWay]);
  return (
    <div role="status" aria-live="polite" aria-label={words.syncState} className="visually-hidden">
      {heard}
    </div>
  );
}
