import { useEffect, useEffectEvent } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { bridge } from './bridge.ts';

/** Shows the record that a link from outside asked for, before the desk was there or while it is. */
export function useLink(show: (id: RecordId) => void): void {
  const take = useEffectEvent(async () => {
    const answer = await bridge.app.takeLink();
    if (answer.ok && answer.value) show(answer.value.id);
  });
  useEffect(() => {
    void take();
    return bridge.on('linked', () => void take());
  }, []);
}
