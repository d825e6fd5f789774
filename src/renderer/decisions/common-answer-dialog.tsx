import { Button, Modal } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { CommonOutcome, CommonPreview, InboxScope } from '#shared/model/inbox.ts';
import type { Side } from '../ui/compared-value.tsx';
import { useSyncStatus } from '../api/sync.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { labelText } from '../ui/field-text.ts';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { CommonAnswerTable } from './common-answer-table.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import css from './common-answer.module.css';
import { useCommonAnswer, type CommonAnswering } from './use-common-answer.ts';

const words = wordsOf('inbox');
const common = wordsOf('common');

type DialogProps = {
  readonly scope: InboxScope;
  /** The side that is chosen when the dialog opens. */
  readonly side: Side;
  readonly onClose: () => void;
  /** The answers are kept: nothing needs to be selected any more. */
  readonly onAnswered: () => void;
};

/** Shows what the same answer for a selection would do before it is given, and what was left alone afterwards. */
export function CommonAnswerDialog(props: DialogProps): ReactElement {
  useFocusReturn();
  const answer = useCommonAnswer(props.scope, props);
  const { refused, preview } = answer;
  const title = refused ? words.refusedTitle : words.commonTitle({ count: preview?.records ?? 0 });
  const close = (): void => {
    // What is being answered is told here when it is done.
    if (!answer.isBusy) props.onClose();
  };
  return (
    <Modal opened onClose={close} title={title} withCloseButton={false}>
      {refused ? <Refused refused={refused} onClose={close} /> : <Asked {...props} answer={answer} />}
    </Modal>
  );
}

function Asked({ answer, side, onClose }: DialogProps & { readonly answer: CommonAnswering }): ReactElement {
  const { preview, failure } = answer;
  const kept = useSyncStatus().data?.counts.waiting;
  if (failure) return <FailureNotice failure={failure} kept={kept} onAction={answer.refetch} />;
  if (!preview) return <p className={css.text}>{words.previewing}</p>;
  return <Preview preview={preview} side={side} answer={answer} onClose={onClose} />;
}

type PreviewProps = {
  readonly preview: CommonPreview;
  readonly side: Side;
  readonly answer: CommonAnswering;
  readonly onClose: () => void;
};

function Preview({ preview, answer, ...props }: PreviewProps): ReactElement {
  const { isBusy, progress } = answer;
  const [side, setSide] = useState(props.side);
  const [except, setExcept] = useState<ReadonlySet<RecordId>>(new Set());
  const count = preview.records - except.size;
  const toggle = (id: RecordId): void => {
    setExcept((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const label = side === 'yours' ? words.yoursFor({ count }) : words.serverFor({ count });
  return (
    <>
      <p className={css.text}>{preview.records > 0 ? words.commonText : words.commonNone}</p>
      <div className={css.sides}>
        <SegmentedChoice
          label={words.willBecome}
          value={side}
          choices={[
            { value: 'yours', label: words.allYours },
            { value: 'server', label: words.allServer },
          ]}
          onChoose={setSide}
        />
      </div>
      <CommonAnswerTable preview={preview} side={side} except={except} onToggle={toggle} />
      <DialogFoot
        note={
          isBusy && progress
            ? words.progress({ decided: progress.done, count: progress.total })
            : words.note({ chosen: count, count: preview.records + preview.recordsLeftOut })
        }
      >
        <Button onClick={props.onClose} disabled={isBusy}>
          {common.cancel}
        </Button>
        <Button
          variant="filled"
          data-autofocus
          disabled={count === 0}
          loading={isBusy}
          onClick={() => {
            answer.give(side, [...except]);
          }}
        >
          {label}
        </Button>
      </DialogFoot>
    </>
  );
}

function Refused(props: {
  readonly refused: CommonOutcome['refused'];
  readonly onClose: () => void;
}): ReactElement {
  const { refused } = props;
  return (
    <>
      <p className={css.text} role="alert">
        {words.refused({ count: refused.length })}
      </p>
      <ul className={`scroll ${css.refused ?? ''}`} tabIndex={0} aria-label={words.refusedTitle}>
        {refused.map(({ id, label }) => (
          <li key={id} dir="auto">
            {labelText(label)}
          </li>
        ))}
      </ul>
      <DialogFoot>
        <Button variant="filled" data-autofocus onClick={props.onClose}>
          {common.close}
        </Button>
      </DialogFoot>
    </>
  );
}
