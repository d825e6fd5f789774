import { useEffectEvent, useLayoutEffect, useRef, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { Command } from '#shared/model/command.ts';
import { runCommand, useCommandList } from '../api/commands.ts';
import { FailureNotice } from './failure-notice.tsx';
import { failureText, type FailureAction } from './failure-text.ts';
import css from './toaster.module.css';
import { useCameFrom } from './use-came-from.ts';
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

/** Failures that stay over the screen until each is closed, by its button or by Escape inside it. */
export function FailureToasts(props: {
  readonly failed: readonly Failed[];
  readonly onClose: (failed: Failed) => void;
}): ReactElement | null {
  const { onFocus, goBack } = useCameFrom();
  if (props.failed.length === 0) return null;
  return (
    <section className={css.failures} aria-label={words.failures} onFocus={onFocus}>
      {props.failed.map((one) => (
        <FailureToast
          key={one.key}
          failed={one}
          onGone={goBack}
          onClose={() => {
            props.onClose(one);
          }}
        />
      ))}
    </section>
  );
}

function FailureToast(props: {
  readonly failed: Failed;
  /** Takes the focus that would go with it. */
  readonly onGone: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { failed, onClose } = props;
  const { happened, action } = failureText(failed.failure, failed.kept);
  const run = useRunOf(action, failed.retry);
  const card = useRef<HTMLDivElement>(null);
  const goBack = useEffectEvent(props.onGone);
  useLayoutEffect(() => {
    const shown = card.current;
    return () => {
      // However it goes, the focus does not go with it.
      if (shown?.contains(document.activeElement)) goBack();
    };
  }, []);
  return (
    <div
      ref={card}
      className={css.failure}
      role="group"
      aria-label={happened}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <FailureNotice
        failure={failed.failure}
        kept={failed.kept}
        onAction={
          run &&
          (() => {
            onClose();
            run();
          })
        }
        onClose={onClose}
      />
    </div>
  );
}

/** What the main action does from any screen, where it can be done now. */
function useRunOf(action: FailureAction, retry: Failed['retry']): (() => void) | undefined {
  const { enabled } = useCommandList();
  if (action === 'try-again') return retry;
  const command = commands[action];
  return command && enabled.includes(command) ? () => runCommand(command) : undefined;
}
