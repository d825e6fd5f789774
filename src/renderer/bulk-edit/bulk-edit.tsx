import { useState, type ReactElement } from 'react';
import { useCommands } from '../api/commands.ts';
import type { SelectedRecords } from '../api/selection.ts';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';

/** The command that edits what is selected, and its dialog. */
export function BulkEdit({
  selected,
}: {
  readonly selected: SelectedRecords | undefined;
}): ReactElement | null {
  const [edited, setEdited] = useState<SelectedRecords>();
  useCommands({
    'edit-selected': selected
      ? () => {
          setEdited(selected);
        }
      : undefined,
  });
  if (!edited) return null;
  return (
    <BulkEditDialog
      selected={edited}
      onClose={() => {
        setEdited(undefined);
      }}
    />
  );
}
