import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconX } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { Details, DetailsToggle } from './details.tsx';
import css from './failure-notice.module.css';
import { failureActionLabel, failureText, serverSentences, type FailureAction } from './failure-text.ts';
import { quoted, words } from './words.ts';

/** A failure where it happened: what, what is kept, what next, one main action, details to copy. */
export function FailureNotice(props: {
  readonly failure: Failure;
  readonly kept: number | undefined;
  /** Does the main action, where this place can. */
  readonly onAction?: ((action: FailureAction) => void) | undefined;
  /** Closes the notice, where it lies over something else. */
  readonly onClose?: (() => void) | undefined;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const text = failureText(props.failure, props.kept);
  const { onAction, onClose } = props;
  return (
    <div className={css.notice}>
      <span className={css.icon}>
        <IconAlertTriangleFilled size={14} aria-hidden />
      </span>
      <div className={css.body}>
        <div role="alert">
          <p className={css.happened}>{text.happened}</p>
          {serverSentences(props.failure).map((sentence) => (
            <p key={sentence} className={css.said} dir="auto" data-selectable>
              {quoted(sentence)}
            </p>
          ))}
          <p className={css.next}>
            {text.kept} {text.next}
          </p>
        </div>
        {isOpen && <Details text={text.details} />}
        <div className={css.acts}>
          {onAction && (
            <Button
              size="xs"
              onClick={() => {
                onAction(text.action);
              }}
            >
              {failureActionLabel(text.action)}
            </Button>
          )}
          <DetailsToggle isOpen={isOpen} onToggle={setOpen} />
        </div>
      </div>
      {onClose && (
        <ActionIcon className={css.close ?? ''} aria-label={words.close} onClick={onClose}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
