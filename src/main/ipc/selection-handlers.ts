import { BulkEdit, BulkOrder, type BulkProgress, type BulkReport } from '#shared/model/bulk-edit.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { PlacesInList, RecordSelection, SelectedAmong, SelectionInList } from '#shared/model/selection.ts';
import { succeed, type Result } from '#shared/result.ts';
import { listIds } from '../database/record-list.ts';
import { mergeSelected } from '../database/merged-fields.ts';
import { countSelected, selectedAmong } from '../database/selected-records.ts';
import type { Desk } from '../desk.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import { BulkEdits, type BulkDesk } from '../records/bulk-edit.ts';
import { atDesk, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

/** What an act on many records needs beside the desk. */
export type ManyTools = {
  /** Acts on many records never overlap: what is taken back was done to its end. */
  readonly lane: OneAtATime;
  readonly onProgress: (progress: BulkProgress) => void;
};

type SelectionHandlers = Pick<
  Handlers['keyAccounts'],
  'countSelected' | 'mergeSelected' | 'selectedAmong' | 'listIds' | 'previewEdit' | 'editMany'
>;

/** The calls about a selection of the list, and the same value for all of it. */
export function selectionHandlers(deskNow: DeskNow, tools: ManyTools): SelectionHandlers {
  const edits = new BulkEdits();
  const bulkDesk = (desk: Desk): BulkDesk => ({ ...desk, isOpen: () => deskNow() === desk });
  const edit = atDesk(deskNow, async (desk, given: BulkEdit): Promise<Result<BulkReport>> => {
    const done: RecordId[] = [];
    try {
      return await edits.run(bulkDesk(desk), given, { done, onProgress: tools.onProgress });
    } finally {
      // Whatever came between: what was done is shown, and goes to the service.
      if (done.length > 0 && deskNow() === desk) desk.changed(done);
    }
  });
  return {
    countSelected: {
      input: SelectionInList,
      run: atDesk(deskNow, ({ db, resource }, asked) => succeed(countSelected(db, resource, asked))),
    },
    mergeSelected: {
      input: RecordSelection,
      run: atDesk(deskNow, ({ db, resource }, selection) => succeed(mergeSelected(db, resource, selection))),
    },
    selectedAmong: {
      input: SelectedAmong,
      run: atDesk(deskNow, ({ db, resource }, asked) => succeed(selectedAmong(db, resource, asked))),
    },
    listIds: {
      input: PlacesInList,
      run: atDesk(deskNow, ({ db, resource }, places) => succeed(listIds(db, resource, places))),
    },
    previewEdit: {
      input: BulkOrder,
      run: atDesk(deskNow, (desk, order) => edits.preview(bulkDesk(desk), order)),
    },
    editMany: { input: BulkEdit, run: (given) => tools.lane(() => edit(given)) },
  };
}
