import { useRef, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { Command } from '#shared/model/command.ts';
import { runCommand, useCommandList } from '../api/commands.ts';
import { FailureNotice } from './failure-notice.tsx';
import { failureText, type FailureAction } from './failure-text.ts';
import css from './toaster.module.css';
import { words } from './words.ts';

/** A failure that is told away from where it happened. */
export type Failed = {
  readonly key: number;
  readonly failure: Failure;
  /** How many unsent changes were kept when it happened. */
  readonly kept: number | undefined;
  /** Does again what failed. */
  readonly retry: (() => void) | undefined;
};

const commands: Partial<Readonly<Record<FailureAction, Command>>> = {
  'check-address': 'go-settings',
  'enter-token': 'go-settings',
  'sync-now': 'sync-now',
  'show-folder': 'show-data-folder',
};

/** A failure that stays over the screen until it is closed, by its button or by Escape inside it. */
export function FailureToast(props: { readonly failed: Failed; readonly onClose: () => void }): ReactElement {
  const { failed } = props;
  const card = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement>(undefined);
  const { action } = failureText(failed.failure, failed.kept);
  const run = useRunOf(action, failed.retry);
  const close = (): void => {
    if (card.current?.contains(document.activeElement) === true) cameFrom.current?.focus();
    props.onClose();
  };
  const act = (): void => {
    close();
    run?.();
  };
  return (
    <section
      ref={card}
      className={css.failure}
      aria-label={words.failure}
      onFocus={({ currentTarget, relatedTarget }) => {
        const isFromOutside = relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget);
        if (isFromOutside) cameFrom.current = relatedTarget;
      }}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <FailureNotice
        failure={failed.failure}
        kept={failed.kept}
        action={run ? action : 'close'}
        onAction={act}
        onClose={run && close}
      />
    </section>
  );
}

/** What the main action does from any screen, where it can be done now. */
function useRunOf(action: FailureAction, retry: (() => void) | undefined): (() => void) | undefined {
  const { enabled } = useCommandList();
  if (action === 'try-again') return retry;
  const command = commands[action];
  return command && enabled.includes(command) ? () => runCommand(command) : undefined;
}
