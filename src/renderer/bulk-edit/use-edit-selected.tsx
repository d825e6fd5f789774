import { useState, type ReactElement } from 'react';
import type { AskedValue } from '#shared/model/selection.ts';
import { useCommands } from '../api/commands.ts';
import type { SelectedRecords } from '../api/selection.ts';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';

/** The edit of what is selected: its dialog while it is open, and the way to it with a value that was typed elsewhere. */
export type EditSelected = {
  readonly begin: (asked?: AskedValue) => void;
  readonly shown: ReactElement | null;
};

/** Offers the command that edits what is selected, and keeps its dialog. */
export function useEditSelected(selected: SelectedRecords | undefined): EditSelected {
  const [edited, setEdited] = useState<{ selected: SelectedRecords; asked: AskedValue | undefined }>();
  const begin = (asked?: AskedValue): void => {
    if (selected) setEdited({ selected, asked });
  };
  useCommands({
    'edit-selected': selected
      ? () => {
          begin();
        }
      : undefined,
  });
  const shown = edited ? (
    <BulkEditDialog
      {...edited}
      onClose={() => {
        setEdited(undefined);
      }}
    />
  ) : null;
  return { begin, shown };
}
