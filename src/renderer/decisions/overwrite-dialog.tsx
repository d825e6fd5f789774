import { Button, Modal } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { changedFields, valueOf } from '#shared/model/field.ts';
import type { Failure } from '#shared/failure.ts';
import type { Decision, ServerCopy } from '#shared/model/decision.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { newAct } from '../api/act-trail.ts';
import { useDecisionActs, useServerCopy } from '../api/decisions.ts';
import { failureOf } from '../api/failure-error.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { Broken } from '../ui/compared-value.tsx';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fieldLabel, nameText, valueText } from '../ui/field-text.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { useIsShown } from '../ui/use-is-shown.ts';
import css from './overwrite-dialog.module.css';
import { words } from './words.ts';

type DialogProps = {
  readonly decision: Decision;
  readonly kept: number;
  readonly onClose: () => void;
  readonly onSettled: () => void;
};

/** The second step beside deciding: shows what the server has now and what would be put over it. */
export function OverwriteDialog(props: DialogProps): ReactElement {
  useFocusReturn();
  const { copy, failure, isAsking, isBusy, askAgain, overwrite } = useOverwrite(props);
  const changed = copy ? changedFields(resourceOf(props.decision.id).fields, copy.remote, copy.result) : [];
  return (
    <Modal opened onClose={props.onClose} title={words.overwriteTitle} withCloseButton={false}>
      {isAsking && <p className={css.text}>{words.overwriteAsking}</p>}
      {copy && <CopyTable copy={copy} fields={changed} />}
      {failure && <FailureNotice failure={failure} kept={props.kept} onAction={askAgain} />}
      <DialogFoot>
        <Button onClick={props.onClose} data-autofocus>
          {common.cancel}
        </Button>
        {copy && changed.length > 0 && (
          <Button variant="filled" loading={isBusy} onClick={() => void overwrite(copy)}>
            {words.overwriteAct({ count: changed.length })}
          </Button>
        )}
      </DialogFoot>
    </Modal>
  );
}

type Overwrite = {
  readonly copy: ServerCopy | undefined;
  readonly failure: Failure | undefined;
  readonly isAsking: boolean;
  readonly isBusy: boolean;
  readonly askAgain: () => void;
  readonly overwrite: (shown: ServerCopy) => Promise<void>;
};

function useOverwrite({ decision, onClose, onSettled }: DialogProps): Overwrite {
  const { id } = decision;
  const acts = useDecisionActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const asked = useServerCopy(id);
  const [refused, setRefused] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const isShown = useIsShown();
  const overwrite = async (shown: ServerCopy): Promise<void> => {
    const act = newAct();
    setBusy(true);
    const answer = await acts.overwrite({ id, version: shown.version, act });
    setBusy(false);
    // What was sent has taken the place of what stood there, whatever became of it on the way.
    const wasSent = answer.ok || answer.failure.code === 'service';
    const text = actText({ kind: 'overwrite', count: 1, label: nameText(shown.result) });
    const action = wasSent ? turns.remember({ act, text }) : undefined;
    if (!answer.ok) {
      setRefused(answer.failure);
      if (isShown.current) return;
      // The dialog is gone when the decision is: then nobody would hear of it. What was sent is not sent over again.
      toasts.fail(answer.failure, wasSent ? undefined : () => void overwrite(shown));
      return;
    }
    toasts.show({ text: words.overwritten, ...(action && { action }) });
    onClose();
    onSettled();
  };
  const isAsking = asked.isFetching;
  const failure = refused ?? (asked.error === null ? undefined : failureOf(asked.error));
  return {
    copy: isAsking || failure ? undefined : asked.data,
    failure: isAsking ? undefined : failure,
    isAsking,
    isBusy,
    askAgain: () => {
      setRefused(undefined);
      void asked.refetch();
    },
    overwrite,
  };
}

function CopyTable(props: { readonly copy: ServerCopy; readonly fields: readonly string[] }): ReactElement {
  const { copy, fields } = props;
  if (fields.length === 0) return <p className={css.text}>{words.overwriteSame}</p>;
  return (
    <>
      <p className={css.text}>{words.overwriteText}</p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.serverNow}</th>
            <th scope="col">{words.willBeSent}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field)}</th>
              <td dir="auto">
                <Broken text={valueText(field, valueOf(copy.remote, field))} />
              </td>
              <td dir="auto">
                <strong>
                  <Broken text={valueText(field, valueOf(copy.result, field))} />
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
