import { useEffect, useRef, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useCommands } from '../api/commands.ts';
import { failureOf } from '../api/failure-error.ts';
import { useRecord } from '../api/key-accounts.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { Layout } from '../ui/use-layout.ts';
import type { ListState } from './list-state.ts';
import { NewRecordForm } from './new-record-form.tsx';
import { PaneHead } from './pane-head.tsx';
import { RecordView } from './record-view.tsx';
import css from './record.module.css';
import { useAskedField } from './use-asked-field.ts';
import type { Shows } from './use-judge-missing.ts';
import type { FocusWish } from './use-selection.ts';
import { recordWords, words } from './words.ts';

type PaneProps = {
  readonly list: ListState;
  readonly wish: FocusWish | undefined;
  readonly layout: Layout;
  readonly place: { readonly index: number | undefined; readonly total: number };
  readonly kept: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  readonly onDecide: (id: RecordId) => void;
};

/** The pane beside the list: the open record, or the form of a new one. Esc leads back to the list. */
export function RecordPane(props: PaneProps): ReactElement {
  const { list, onClose } = props;
  const { open } = list;
  const paneRef = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  usePaneCommands(props);
  return (
    <section
      ref={paneRef}
      className={css.pane}
      tabIndex={-1}
      aria-label={recordWords.record}
      onKeyDown={onKeyDown}
    >
      {props.layout === 'one-pane' && <h1 className="visually-hidden">{words.title}</h1>}
      <PaneHead
        isOnePane={props.layout === 'one-pane'}
        place={open?.kind === 'new' ? undefined : props.place}
        onStep={props.onStep}
        onClose={onClose}
      />
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
        <OpenRecord key={open.openedAs ?? open.id} id={open.id} paneRef={paneRef} {...props} />
      )}
    </section>
  );
}

/** Offers the neighbours in the list and the way back. */
function usePaneCommands({ list, place, onStep, onClose }: PaneProps): void {
  const isRecord = list.open?.kind === 'record';
  const { index, total } = place;
  const step =
    (by: 1 | -1): (() => void) =>
    () => {
      onStep(by);
    };
  useCommands({
    'previous-record': isRecord && index !== 0 ? step(-1) : undefined,
    'next-record': isRecord && (index === undefined || index < total - 1) ? step(1) : undefined,
    'close-record': isRecord ? onClose : undefined,
  });
}

type OpenProps = PaneProps & {
  readonly id: RecordId;
  readonly paneRef: RefObject<HTMLElement | null>;
};

function OpenRecord(props: OpenProps): ReactElement | null {
  const { id, list, onClose, paneRef } = props;
  const { setOpen } = list;
  const record = useRecord(id);
  useGivenId(list, id, record.data?.id);
  const isTakenBack = record.data?.isTakenBack === true;
  useEffect(() => {
    if (isTakenBack) setOpen(undefined);
  }, [isTakenBack, setOpen]);
  const field = list.open?.kind === 'record' ? list.open.field : undefined;
  useAskedField(paneRef, { field, isShown: record.data !== undefined });
  const shows: Shows = {
    show: (shown) => {
      list.setOpen({ kind: 'record', id: shown });
      paneRef.current?.focus();
    },
    stay: () => paneRef.current?.focus(),
    close: onClose,
  };
  if (isTakenBack) return null;
  if (record.data) {
    const tab = list.open?.kind === 'record' ? list.open.tab : undefined;
    return (
      <RecordView detail={record.data} wish={props.wish} shows={shows} tab={tab} onDecide={props.onDecide} />
    );
  }
  if (record.error === null) return null;
  return (
    <div className={css.failure}>
      <FailureNotice
        failure={failureOf(record.error)}
        kept={props.kept}
        onAction={() => {
          if (failureOf(record.error).code === 'not-found') props.onClose();
          else void record.refetch();
        }}
      />
    </div>
  );
}

/** Follows the open record to the id that the service gave it, in the pane and in the list. */
function useGivenId({ follow }: ListState, asked: RecordId, given: RecordId | undefined): void {
  useEffect(() => {
    if (given !== undefined && given !== asked) follow(asked, given);
  }, [follow, asked, given]);
}
