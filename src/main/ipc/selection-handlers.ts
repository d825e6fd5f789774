import { BulkEdit, BulkOrder } from '#shared/model/bulk-edit.ts';
import { PlacesInList, RecordSelection, SelectedAmong, SelectionInList } from '#shared/model/selection.ts';
import { succeed } from '#shared/result.ts';
import { listIds } from '../database/record-list.ts';
import { mergeSelected } from '../database/merged-fields.ts';
import { countSelected, selectedAmong } from '../database/selected-records.ts';
import { BulkEdits } from '../records/bulk-edit.ts';
import { atDesk, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';
import { bulkDeskAt, manyAtDesk, type ManyTools } from './many-at-desk.ts';

type SelectionHandlers = Pick<
  Handlers['keyAccounts'],
  'countSelected' | 'mergeSelected' | 'selectedAmong' | 'listIds' | 'previewEdit' | 'editMany'
>;

/** The calls about a selection of the list, and the same value for all of it. */
export function selectionHandlers(deskNow: DeskNow, tools: ManyTools): SelectionHandlers {
  const edits = new BulkEdits();
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
      run: atDesk(deskNow, (desk, order) => edits.preview(bulkDeskAt(deskNow, desk), order)),
    },
    editMany: {
      input: BulkEdit,
      run: manyAtDesk(deskNow, tools, (desk, given: BulkEdit, heard) => edits.run(desk, given, heard)),
    },
  };
}
