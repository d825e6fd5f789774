import { memo, useRef, type ReactElement } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { words } from '../ui/list/list-words.ts';
import { useToday } from '../ui/use-now.ts';
import type { FocusWish } from '../ui/list/use-selection.ts';
import { OpenRecord } from '../ui/record/open-record.tsx';
import { PaneFrame, type PaneProps } from '../ui/record/pane-frame.tsx';
import { NewRecordForm } from './new-record-form.tsx';
import { RecordView } from './record-view.tsx';

/** The pane beside the list: the open record, or the form of a new one; not drawn anew while the list is scrolled. */
export const RecordPane = memo(function RecordPane(
  props: PaneProps & {
    readonly wish: FocusWish | undefined;
    readonly kept: number;
    readonly onDecide: (id: RecordId) => void;
  },
): ReactElement {
  const { list, onClose, onDecide, wish } = props;
  // Moments are named here by their day.
  useToday();
  const { open } = list;
  const paneRef = useRef<HTMLElement>(null);
  return (
    <PaneFrame {...props} paneRef={paneRef} title={words.title}>
      {open?.kind === 'new' && (
        <NewRecordForm
          key={open.key}
          seed={open.seed}
          onMade={(id) => {
            list.setActive({ index: 0, id });
            list.setOpen({ kind: 'record', id });
          }}
          onOpen={(id) => {
            list.setOpen({ kind: 'record', id });
            paneRef.current?.focus();
          }}
          onDiscard={onClose}
        />
      )}
      {open?.kind === 'record' && (
        <OpenRecord
          key={open.openedAs ?? open.id}
          id={open.id}
          list={list}
          paneRef={paneRef}
          kept={props.kept}
          wish={wish}
          onDecide={onDecide}
          onClose={onClose}
          View={RecordView}
        />
      )}
    </PaneFrame>
  );
});
