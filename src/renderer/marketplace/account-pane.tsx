import { useRef, type ReactElement } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { FocusWish } from '../ui/list/use-selection.ts';
import { OpenRecord } from '../ui/record/open-record.tsx';
import { PaneFrame, type PaneProps } from '../ui/record/pane-frame.tsx';
import { AccountView } from './account-view.tsx';
import { words } from './words.ts';

/** The pane beside the list: the open account. */
export function AccountPane(
  props: PaneProps & {
    readonly wish: FocusWish | undefined;
    readonly kept: number;
    readonly onDecide: (id: RecordId) => void;
  },
): ReactElement {
  const { list, onDecide, wish } = props;
  const { open } = list;
  const paneRef = useRef<HTMLElement>(null);
  return (
    <PaneFrame {...props} paneRef={paneRef} title={words.title}>
      {open?.kind === 'record' && (
        <OpenRecord
          key={open.id}
          id={open.id}
          list={list}
          paneRef={paneRef}
          kept={props.kept}
          wish={wish}
          onDecide={onDecide}
          onClose={props.onClose}
          View={AccountView}
        />
      )}
    </PaneFrame>
  );
}
