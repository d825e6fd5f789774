import { Button, Modal } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { changedFields, valueOf } from '#shared/model/field.ts';
import type { Lookalike } from '#shared/model/lookalike.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { keyAccountFields } from '#shared/resources/key-accounts.ts';
import { newAct } from '../api/act-trail.ts';
import { useLookalikeActs } from '../api/lookalikes.ts';
import { useSyncStatus } from '../api/sync.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fieldLabels, nameText } from '../ui/field-text.ts';
import type { Shows } from '../ui/record/use-judge-missing.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { words as common } from '../ui/words.ts';
import { CompareTable } from './compare-table.tsx';
import css from './compare-dialog.module.css';
import { lookalikeWords as words } from './words.ts';

type DialogProps = {
  readonly detail: RecordDetail;
  /** The other record, as long as both look alike. */
  readonly other: Lookalike | undefined;
  readonly shows: Shows;
  readonly onClose: () => void;
};

/** Two records that look alike side by side, and the way to give the open one values of the other. */
export function CompareDialog(props: DialogProps): ReactElement {
  useFocusReturn();
  const { detail, other, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.dialog}
      withCloseButton={false}
      // Esc closes the dialog, not the record behind it.
      onKeyDown={(event: KeyboardEvent) => {
        event.stopPropagation();
      }}
    >
      {other ? (
        <Compared detail={detail} other={other} onClose={onClose} />
      ) : (
        <>
          <p role="status">{words.gone}</p>
          <DialogFoot>
            <Button variant="filled" data-autofocus onClick={onClose}>
              {common.close}
            </Button>
          </DialogFoot>
        </>
      )}
    </Modal>
  );
}

type ComparedProps = Omit<DialogProps, 'other' | 'shows'> & { readonly other: Lookalike };

function Compared({ detail, other, onClose }: ComparedProps): ReactElement {
  const { chosen, choose, isBusy, failure, dismiss, run } = useTakeOver({ detail, other, onClose });
  const kept = useSyncStatus().data?.counts.waiting;
  return (
    <>
      <p className={css.text}>{words.text}</p>
      <CompareTable detail={detail} other={other} chosen={chosen} onChoose={choose} />
      {failure && (
        <FailureNotice
          failure={failure}
          kept={kept}
          onAction={(action) => {
            if (action === 'close') dismiss();
            else run();
          }}
        />
      )}
      <DialogFoot note={chosen.length === 0 ? words.nothing : words.chosen({ count: chosen.length })}>
        <Button onClick={onClose} disabled={isBusy} data-autofocus>
          {common.cancel}
        </Button>
        <Button variant="filled" disabled={chosen.length === 0} loading={isBusy} onClick={run}>
          {words.takeOver}
        </Button>
      </DialogFoot>
    </>
  );
}

type TakingOver = {
  /** The fields that differ, wait for nothing, and are to have the other record's value. */
  readonly chosen: readonly string[];
  readonly choose: (field: string, isTaken: boolean) => void;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  readonly dismiss: () => void;
  readonly run: () => void;
};

/** Keeps what is chosen, gives the record those values as one act, and says so with the way back. */
function useTakeOver({ detail, other, onClose }: ComparedProps): TakingOver {
  const acts = useLookalikeActs();
  const turns = useTurnActs();
  const toasts = useToasts();
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { id, values } = detail;
  const chosen = changedFields(keyAccountFields, values, other.values).filter(
    (field) => wanted.has(field) && !detail.openDecisions.includes(field),
  );
  const run = async (): Promise<void> => {
    const act = newAct();
    const fields = chosen.map((field) => ({
      field,
      seen: valueOf(values, field),
      value: valueOf(other.values, field),
    }));
    setBusy(true);
    const answer = await acts.takeOver({ act, id, other: other.id, fields });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const text = actText({ kind: 'edit', count: 1, label: nameText(answer.value.values) });
    toasts.show({
      text: words.takenOver({ fields: fieldLabels(chosen) }),
      action: turns.remember({ act, text }),
    });
    onClose();
  };
  return {
    chosen,
    choose: (field, isTaken) => {
      setFailure(undefined);
      setWanted((before) => new Set([...before].filter((one) => one !== field).concat(isTaken ? field : [])));
    },
    isBusy,
    failure,
    dismiss: () => {
      setFailure(undefined);
    },
    run: () => void run(),
  };
}
