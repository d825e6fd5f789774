import { useEffect, type ComponentType, type ReactElement, type RefObject } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { failureOf } from '../../api/failure-error.ts';
import { useRecord } from '../../api/key-accounts.ts';
import { FailureNotice } from '../failure-notice.tsx';
import type { ListState } from '../list/list-state.ts';
import type { FocusWish } from '../list/use-selection.ts';
import type { RecordProps } from './record-frame.tsx';
import css from './record.module.css';
import { useAskedField } from './use-asked-field.ts';
import type { Shows } from './use-judge-missing.ts';

/** The open record of a list as soon as it is there, or why it is not. */
export function OpenRecord(props: {
  readonly id: RecordId;
  readonly list: ListState;
  readonly paneRef: RefObject<HTMLElement | null>;
  /** How many changes were not sent. */
  readonly kept: number;
  readonly onClose: () => void;
  readonly wish: FocusWish | undefined;
  readonly onDecide: (id: RecordId) => void;
  /** What shows it. */
  readonly View: ComponentType<RecordProps>;
}): ReactElement | null {
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
    const { View, wish, onDecide } = props;
    const tab = list.open?.kind === 'record' ? list.open.tab : undefined;
    return <View detail={record.data} wish={wish} shows={shows} tab={tab} onDecide={onDecide} />;
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
