import type { BulkProgress } from '#shared/model/bulk-edit.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { BulkDesk, Heard } from '../records/bulk-desk.ts';
import { atDesk, type DeskNow } from './at-desk.ts';

/** What an act on many records needs beside the desk. */
export type ManyTools = {
  /** Acts on many records never overlap: what is taken back was done to its end. */
  readonly lane: OneAtATime;
  readonly onProgress: (progress: BulkProgress) => void;
};

/** A desk as a long work sees it, which stops when another one is open. */
export const bulkDeskAt = (deskNow: DeskNow, desk: Desk): BulkDesk => ({
  ...desk,
  isOpen: () => deskNow() === desk,
});

/** Makes a handler of an act on many records; whatever comes between, what was done is shown and goes to the service. */
export function manyAtDesk<In, Out>(
  deskNow: DeskNow,
  { lane, onProgress }: ManyTools,
  work: (desk: BulkDesk, input: In, heard: Heard) => Promise<Result<Out>>,
): (input: In) => Promise<Result<Out>> {
  const act = atDesk(deskNow, async (desk, input: In) => {
    const done: RecordId[] = [];
    try {
      return await work(bulkDeskAt(deskNow, desk), input, { done, onProgress });
    } finally {
      if (done.length > 0 && deskNow() === desk) desk.changed(done);
    }
  });
  return (input) => lane(() => act(input));
}
