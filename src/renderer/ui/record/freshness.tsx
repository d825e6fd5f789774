import type { ReactElement } from 'react';
import type { RecordDetail } from '#shared/model/record.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { useSyncStatus } from '../../api/sync.ts';
import { insideTime, longTime, sinceTime } from '../times.ts';
import css from './record.module.css';
import { freshnessWords as words } from './record-words.ts';

/** Says when a record was last known to be as the service has it, and when it was changed. */
export function Freshness({ detail }: { readonly detail: RecordDetail }): ReactElement | null {
  const status = useSyncStatus().data;
  // Of a record that the service does not have there is nothing to confirm; its state says so.
  if (detail.isNew || detail.state === 'missing') return null;
  const { confirmedAt, updatedAt } = detail;
  return (
    <p className={css.fresh}>
      <span title={longTime(confirmedAt)}>{confirmedText(detail, isInTouch(status))}</span>
      {updatedAt !== undefined && (
        <span title={longTime(updatedAt)}>{words.changed({ time: insideTime(updatedAt) })}</span>
      )}
    </p>
  );
}

/** Whether the last look at the service went well, so that nothing is older than the next one. */
const isInTouch = (status: SyncStatus | undefined): boolean =>
  status?.connection === 'connected' && status.failure === undefined;

function confirmedText({ confirmedAt, state }: RecordDetail, isFresh: boolean): string {
  if (confirmedAt === undefined) return words.unconfirmed;
  if (state === 'clean') {
    return isFresh
      ? words.confirmed({ time: insideTime(confirmedAt) })
      : words.asOf({ time: sinceTime(confirmedAt) });
  }
  return isFresh
    ? words.serverConfirmed({ time: insideTime(confirmedAt) })
    : words.serverAsOf({ time: sinceTime(confirmedAt) });
}
