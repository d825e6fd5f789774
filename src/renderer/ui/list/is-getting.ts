import type { SyncStatus } from '#shared/model/sync-status.ts';

/** Whether records may still come without anybody doing anything. */
export const isGetting = (status: SyncStatus | undefined): boolean =>
  status?.progress !== undefined || status?.connection === 'connecting';
